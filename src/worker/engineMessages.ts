/** Asked of the engine beside the requests: stop what is under way, close all files and end; nothing more will be asked. */
export const closeFiles = 'driftbook: close files';

/** What the engine's thread answers when all is closed and it may be ended. */
export const filesClosed = 'driftbook: files closed';

/** What the engine's process says before it ends because its thread did. */
export interface ThreadLost {
  readonly driftbook: 'thread lost';
  readonly why: string;
}

/** Whether a message says so; anything may arrive. */
export function isThreadLost(message: unknown): message is ThreadLost {
  const { driftbook, why } = (message ?? {}) as { readonly driftbook?: unknown; readonly why?: unknown };
  return driftbook === 'thread lost' && typeof why === 'string';
}
