import { dataText, errorText, sayPlain, systemReason } from '../app/outputs.ts';
import type { DataErrorCode, DataErrorDetails } from '../core/data/dataError.ts';
import type { Translate } from '../core/words/translate.ts';
import { UsageError } from './usageError.ts';

/** What went wrong, for people: the data's fault with place and way out, a usage error, or what the program said. */
export function terminalFailure(error: unknown, t: Translate): string {
  // What was typed may be a file's name from elsewhere.
  if (error instanceof UsageError)
    return error.message
      .split('\n')
      .map((line) => dataText(line, 2000))
      .join('\n');
  if (isDataFailure(error)) return errorText(error, t);
  return sayPlain(t, 'The comparison stopped for a reason that is not in the data: {0}', systemReason(error, t));
}

/** DataErrors lose their class on the way from the worker: they are known by code and details. */
function isDataFailure(error: unknown): error is { code: DataErrorCode; details: DataErrorDetails } {
  const { code, details } = (error ?? {}) as { code?: unknown; details?: unknown };
  return typeof code === 'string' && typeof details === 'object' && details !== null;
}
