import { abortError, type ErrorData, errorData } from '../../shared/remoteError.ts';

/** A failure told in words for people: its message is made by the word makers and may be shown as it stands. */
export class ToldError extends Error {}

/** What a page is told of a failed request: words for people, or `general`; never a stack, a path of this machine or the inside of an error. */
export function errorForPage(error: unknown, general: string): ErrorData {
  const bare = { code: null, details: null, stack: null };
  if (error instanceof ToldError) return { name: 'Error', message: error.message, ...bare };
  if (error instanceof Error && error.name === 'AbortError') return { ...errorData(abortError()), ...bare };
  return { name: 'Error', message: general, ...bare };
}

/** The error that a page answered with, which may be anything. */
export function errorOfPage(answer: unknown): Error {
  const { name, message } = (answer ?? {}) as { readonly name?: unknown; readonly message?: unknown };
  if (name === 'AbortError') return abortError();
  return new Error(typeof message === 'string' ? message : 'The page failed without a word.');
}
