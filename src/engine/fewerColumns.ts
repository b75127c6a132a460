import { DataError } from '../core/data/dataError.ts';

/**
 * Does some work on columns, `most` at a time. How much memory a statement takes for a column depends on what is in it: where that of so many at once
 * is not there, half as many are taken from then on, down to one. What is asked must be free to be asked again.
 */
export async function fewerColumns<C, R>(
  columns: readonly C[],
  most: number,
  work: (part: readonly C[], start: number) => Promise<R>,
): Promise<readonly R[]> {
  const done: R[] = [];
  let size = most;
  for (let start = 0; start < columns.length; ) {
    const part = columns.slice(start, start + size);
    try {
      done.push(await work(part, start));
      start += part.length;
    } catch (error) {
      if (part.length === 1 || !lacksMemory(error)) throw error;
      size = Math.ceil(part.length / 2);
    }
  }
  return done;
}

/** A stream that ran out of memory ends without a word, and may not do so when it is run again to learn why. */
function lacksMemory(error: unknown): boolean {
  return error instanceof DataError && (error.code === 'out_of_memory' || error.code === 'read_failed');
}
