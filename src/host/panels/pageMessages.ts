import { pathText } from '../../core/spec/problem.ts';
import { read } from '../../core/spec/read.ts';
import type { HostMethods } from '../../shared/webviewProtocol.ts';
import { pageParams } from './pageParams.ts';

/**
 * Parameters of a request of a page, once they are what the method takes; throws an Error that names the place otherwise. A page is not trusted to
 * send what its program sends: whatever runs there could send anything.
 */
export function checkedParams<K extends keyof HostMethods & string>(method: K, params: unknown): HostMethods[K]['params'] {
  const { value, problems } = read<HostMethods[K]['params']>(pageParams[method], params);
  const [first] = problems;
  if (first === undefined) return value as HostMethods[K]['params'];
  const { path, code, found, allowed } = first;
  const expected = allowed === undefined ? '' : ` (${allowed.join(', ')})`;
  throw new Error(`${method}: ${pathText(path) || 'the whole'}: ${code}${expected}, found ${found}`.slice(0, 300));
}
