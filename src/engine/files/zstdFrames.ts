import { open } from 'node:fs/promises';

/**
 * True when the zstd frames of a file are whole. DuckDB reads a cut file as if it ended there, so the block headers are walked (the data are
 * skipped, not unpacked: a few reads per MiB).
 */
export async function zstdIsWhole(path: string, size: number): Promise<boolean> {
  const file = await open(path, 'r');
  const bytes = Buffer.alloc(18);
  const read = async (at: number, length: number): Promise<boolean> => (await file.read(bytes, 0, length, at)).bytesRead === length;
  try {
    let at = 0;
    while (at < size) {
      if (!(await read(at, 4))) return false;
      const magic = bytes.readUInt32LE(0);
      if (magic >>> 4 === 0x184d2a5) {
        if (!(await read(at + 4, 4))) return false;
        at += 8 + bytes.readUInt32LE(0);
        continue;
      }
      if (magic !== 0xfd2fb528 || !(await read(at + 4, 1))) return false;
      const descriptor = bytes[0] ?? 0;
      const single = (descriptor >> 5) & 1;
      const sizeBytes = [single, 2, 4, 8][descriptor >> 6] ?? 0;
      at += 5 + (single ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0) + sizeBytes;
      for (let last = 0; last === 0; ) {
        if (!(await read(at, 3))) return false;
        const header = bytes.readUIntLE(0, 3);
        last = header & 1;
        at += 3 + (((header >> 1) & 3) === 1 ? 1 : header >> 3);
      }
      if (descriptor & 4) at += 4;
    }
    return at === size;
  } finally {
    await file.close();
  }
}
