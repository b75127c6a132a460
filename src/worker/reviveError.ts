import { DataError, type DataErrorCode } from '../core/data/dataError.ts';
import type { ErrorData } from '../shared/remoteError.ts';

/** Rebuilds a DataError at the caller's end, so that `instanceof` and `code` hold on both sides. */
export function reviveError(data: ErrorData): Error | null {
  if (data.name !== 'DataError' || data.code === null) return null;
  return new DataError(data.code as DataErrorCode, data.details ?? {});
}
