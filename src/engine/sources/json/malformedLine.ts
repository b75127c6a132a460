import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { CancelSignal } from '../../../core/data/cancelSignal.ts';
import { throwIfAborted } from '../../abortError.ts';
import { readHead } from '../../files/signature.ts';

/**
 * The first line of a JSON Lines file that is no JSON, from 1, or null when the file is not of that kind (it does not start with an object on a line of its own). The
 * reader's own count is off by one. About 100 MB/s; only asked once something is wrong.
 */
export async function malformedLine(path: string, signal: CancelSignal): Promise<number | null> {
  const head = Buffer.from(await readHead(path, 256)).toString('utf8');
  if (!/^\s*\{/.test(head)) return null;
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  let objects = 0;
  try {
    for await (const text of lines) {
      line++;
      if (line % 1000 === 0) throwIfAborted(signal);
      if (text.trim() === '') continue;
      try {
        JSON.parse(text);
        objects++;
      } catch {
        // A lone object or array spread over lines also fails on its first line.
        return objects > 0 ? line : null;
      }
    }
    return null;
  } finally {
    lines.close();
  }
}
