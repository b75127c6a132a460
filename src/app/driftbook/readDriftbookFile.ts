import { open } from 'node:fs/promises';
import { type DriftbookDocument, parseDriftbook } from './driftbookDocument.ts';

/** Bytes of a file beyond which it is not even read: four for each character that a driftbook may have. */
const mostBytes = 4_000_000;

/** Reads a driftbook file. Rejects with what the system says; what is wrong in the file is told by its problems. */
export async function readDriftbookFile(path: string): Promise<DriftbookDocument> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(mostBytes + 1);
    let length = 0;
    // A pipe has no size to be asked for, and gives its bytes bit by bit.
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length);
      length += bytesRead;
      if (bytesRead === 0 || length === buffer.length) break;
    }
    return driftbookOfBytes(buffer.subarray(0, length));
  } finally {
    await file.close();
  }
}

/** A driftbook of bytes, which must be UTF-8; the place of the first that are not is told. */
export function driftbookOfBytes(bytes: Uint8Array): DriftbookDocument {
  const decode = (length: number, stream: boolean): string | null => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), { stream });
    } catch {
      return null;
    }
  };
  const text = decode(bytes.length, false);
  if (text !== null && !text.includes('\u0000')) return parseDriftbook(text);
  // The longest beginning that is text ends where the fault is.
  let good = 0;
  for (let step = 2 ** Math.ceil(Math.log2(bytes.length + 1)); step >= 1; step /= 2)
    if (good + step <= bytes.length && decode(good + step, true) !== null) good += step;
  const before = text ?? decode(good, true) ?? '';
  const start = text === null ? before.length : text.indexOf('\u0000');
  const problem = { range: { start, end: start }, path: null, what: { syntax: 'encoding', found: '' } } as const;
  return { ...parseDriftbook(''), text: before, problems: [problem] };
}
