import type { CancelSignal } from '../core/data/cancelSignal.ts';

/** The error of work that was cancelled. */
export function abortError(): Error {
  const error = new Error('The work was cancelled.');
  error.name = 'AbortError';
  return error;
}

/** Throws an AbortError when `signal` has aborted, whatever reason it carries. */
export function throwIfAborted(signal: CancelSignal): void {
  if (signal.aborted) throw abortError();
}
