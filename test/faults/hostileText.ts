import { createGzip, type Gzip } from 'node:zlib';

/** An array of one object whose value is nested so deep. */
export function deepJson(levels: number): string {
  return `[{"a":${'['.repeat(levels)}${']'.repeat(levels)}}]`;
}

/** Two lines, the second of objects within objects. */
export function deepLines(levels: number): string {
  return `{"a":1}\n{"a":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}\n`;
}

/** Rows whose keys are all different, as deep as is read: what made the reader's guess of types take the square of the time. */
export function manyDeepKeys(rows: number, levels: number): string {
  return Array.from({ length: rows }, (_, row) => `{"a":${`{"k${row}":`.repeat(levels)}1${'}'.repeat(levels)}}`).join('\n');
}

/** A zstd frame of so many empty blocks. */
export function emptyBlocks(blocks: number): Buffer {
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x58]), Buffer.alloc(3 * blocks), Buffer.from([1, 0, 0])]);
}

/** `head`, then one piece so many times, packed with gzip: megabytes that unpack to gigabytes. */
export async function packedRepeats(head: string, piece: Buffer, times: number): Promise<Buffer> {
  const gzip = createGzip({ level: 6 });
  const chunks: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => gzip.on('end', resolve).on('error', reject));
  await written(gzip, Buffer.from(head));
  for (let i = 0; i < times; i++) await written(gzip, piece);
  gzip.end();
  await ended;
  return Buffer.concat(chunks);
}

function written(gzip: Gzip, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    gzip.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
