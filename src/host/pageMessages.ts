import type { HostMethods } from '../shared/webviewProtocol.ts';

/**
 * Parameters of a request of a page, once they are what the method takes; rejects with an Error that names the place otherwise. A page is not
 * trusted to send what its program sends: whatever runs there could send anything.
 */
export async function checkedParams<K extends keyof HostMethods & string>(method: K, params: unknown): Promise<HostMethods[K]['params']> {
  const [{ safeParse, getDotPath }, { hostParams }] = await Promise.all([import('valibot'), import('./schemas.ts')]);
  const read = safeParse(hostParams[method], params, { abortEarly: true });
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new Error(`${method}: ${getDotPath(issue) ?? 'the parameters'}: ${issue.message.slice(0, 200)}`);
}
