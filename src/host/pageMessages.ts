import type { HostMethods } from '../shared/webviewProtocol.ts';

/**
 * Parameters of a request of a page, once they are what the method takes; rejects with an Error that names the place otherwise. A page is not
 * trusted to send what its program sends: whatever runs there could send anything.
 */
export async function checkedParams<K extends keyof HostMethods & string>(method: K, params: unknown): Promise<HostMethods[K]['params']> {
  const { hostParams, read } = await import('./schemas.ts');
  const found = read(hostParams[method], params);
  if ('wrong' in found) throw new Error(`${method}: ${found.wrong}`);
  return found.value;
}
