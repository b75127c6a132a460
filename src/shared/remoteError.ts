/** An error as it travels: name, message, and for data errors the code and its place. */
export interface ErrorData {
  readonly name: string;
  readonly message: string;
  readonly code: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly stack: string | null;
}

/** What the caller of a failed request gets when no `reviveError` knows better. */
export class RemoteError extends Error {
  readonly code: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
  constructor(data: ErrorData) {
    super(data.message);
    this.name = data.name;
    this.code = data.code;
    this.details = data.details;
    if (data.stack !== null) this.stack = data.stack;
  }
}

/** Takes an error apart for the trip; anything thrown is accepted. */
export function errorData(error: unknown): ErrorData {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), code: null, details: null, stack: null };
  const { code, details } = error as { code?: unknown; details?: unknown };
  return {
    name: error.name,
    message: error.message,
    code: typeof code === 'string' ? code : null,
    details: typeof details === 'object' && details !== null ? (details as Record<string, unknown>) : null,
    stack: error.stack ?? null,
  };
}

/** Whether it is an error taken apart, whoever sent it. */
export function isErrorData(value: unknown): value is ErrorData {
  if (typeof value !== 'object' || value === null) return false;
  const { name, message, code, details, stack } = value as Readonly<Record<string, unknown>>;
  const isTextOrNull = (field: unknown): boolean => field === null || typeof field === 'string';
  return (
    typeof name === 'string' && typeof message === 'string' && isTextOrNull(code) && isTextOrNull(stack) && typeof details === 'object'
  );
}

/** The error of a cancelled request, told by its name as everywhere on the platform. */
export function abortError(message = 'The request was cancelled.'): Error {
  const error = new Error(message);
  error.name = 'AbortError';
  return error;
}
