import { open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { CancelSignal } from '../../../core/data/cancelSignal.ts';
import { DataError } from '../../../core/data/dataError.ts';
import { throwIfAborted } from '../../abortError.ts';
import { SchemaWalk } from './schemaWalk.ts';

/** Levels of nested groups that are read; a list takes two of them. */
export const deepestParquet = 100;
/** Largest footer that is read: tens of thousands of columns, or of row groups. */
const largestFooter = 128 * 1024 * 1024;
/** Length of the footer and the mark behind it. */
const trailerBytes = 8;
const bytesPerTurn = 2 * 1024 * 1024;

/** Rejects with too_deep, metadata_too_large or corrupt_file before DuckDB sees a Parquet file whose schema would end the process. */
export async function boundSchema(path: string, size: number, signal: CancelSignal): Promise<void> {
  const walk = new SchemaWalk(await readFooter(path, size));
  try {
    while (walk.walk(bytesPerTurn)) {
      await setImmediate();
      throwIfAborted(signal);
    }
  } catch (error) {
    if (error instanceof RangeError) throw new DataError('corrupt_file', { file: path, found: error.message });
    throw error;
  }
  if (walk.deepest > deepestParquet)
    throw new DataError('too_deep', { file: path, found: String(walk.deepest), expected: String(deepestParquet) });
}

async function readFooter(path: string, size: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const trailer = Buffer.alloc(trailerBytes);
    await file.read(trailer, 0, trailerBytes, size - trailerBytes);
    const length = trailer.readUInt32LE(0);
    if (length > size - trailerBytes) throw new DataError('corrupt_file', { file: path, found: 'footer length' });
    if (length > largestFooter) {
      const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
      throw new DataError('metadata_too_large', { file: path, found: inMegabytes(length), expected: inMegabytes(largestFooter) });
    }
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - trailerBytes - length);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
