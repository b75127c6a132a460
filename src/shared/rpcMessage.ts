import { type ErrorData, isErrorData } from './remoteError.ts';

/** What travels between the two ends of requests. */
export type RpcMessage =
  | { readonly rpc: 'request'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly rpc: 'cancel'; readonly id: number }
  | { readonly rpc: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly rpc: 'result'; readonly id: number; readonly result: unknown }
  | { readonly rpc: 'error'; readonly id: number; readonly error: ErrorData };

/** Whether it is a message of this kind, whoever sent it. */
export function isRpcMessage(raw: unknown): raw is RpcMessage {
  if (typeof raw !== 'object' || raw === null) return false;
  const { rpc, id, method, error } = raw as Readonly<Record<string, unknown>>;
  if (typeof id !== 'number') return false;
  if (rpc === 'request') return typeof method === 'string';
  if (rpc === 'error') return isErrorData(error);
  return rpc === 'cancel' || rpc === 'progress' || rpc === 'result';
}
