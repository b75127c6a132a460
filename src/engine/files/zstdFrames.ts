import { open } from 'node:fs/promises';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { throwIfAborted } from '../abortError.ts';

const windowBytes = 64 * 1024;
/** Most bytes a block unpacks to. */
const largestBlock = 128 * 1024;

/**
 * Walks the frames of a zstd file; gives the most bytes they unpack to, or null when they are not whole. DuckDB reads a cut file as if it
 * ended there, so the block headers are walked (the data are skipped, not unpacked). One read per 64 KiB, however small the blocks are.
 */
export async function zstdBytes(path: string, size: number, signal: CancelSignal): Promise<number | null> {
  const file = await open(path, 'r');
  const window = Buffer.alloc(windowBytes);
  let start = 0;
  let filled = 0;
  /** Place of `length` bytes at `at` within the window, or -1 beyond the end of the file. */
  const place = (at: number, length: number): number => (at >= start && at + length <= start + filled ? at - start : -1);
  const move = async (at: number): Promise<void> => {
    throwIfAborted(signal);
    start = at;
    filled = (await file.read(window, 0, windowBytes, at)).bytesRead;
  };
  const find = async (at: number, length: number): Promise<number> => {
    if (place(at, length) < 0) await move(at);
    return place(at, length);
  };
  try {
    let at = 0;
    let unpacked = 0;
    while (at < size) {
      // Looked for in the window first: a promise for each of millions of blocks would take the time that the reads no longer do.
      const here = place(at, 8);
      const header = here >= 0 ? here : await find(at, Math.min(8, size - at));
      if (header < 0 || size - at < 5) return null;
      const magic = window.readUInt32LE(header);
      if (magic >>> 4 === 0x184d2a5) {
        if (size - at < 8) return null;
        at += 8 + window.readUInt32LE(header + 4);
        continue;
      }
      if (magic !== 0xfd2fb528) return null;
      const descriptor = window[header + 4] as number;
      const single = (descriptor >> 5) & 1;
      const sizeBytes = [single, 2, 4, 8][descriptor >> 6] ?? 0;
      at += 5 + (single ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0) + sizeBytes;
      for (let last = 0; last === 0; ) {
        const inWindow = place(at, 3);
        const block = inWindow >= 0 ? inWindow : await find(at, 3);
        if (block < 0) return null;
        const bits = window.readUIntLE(block, 3);
        const kind = (bits >> 1) & 3;
        last = bits & 1;
        unpacked += kind === 2 ? largestBlock : bits >> 3;
        at += 3 + (kind === 1 ? 1 : bits >> 3);
      }
      if (descriptor & 4) at += 4;
    }
    return at === size ? unpacked : null;
  } finally {
    await file.close();
  }
}
