import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { SourceFile } from '../../files/resolveFiles.ts';

const headBytes = 256 * 1024;
/** More separators than this in the first line of a text. */
const many = 512;

/** Whether a delimited text seems to have very many columns: a guess from its first line, that costs one read. Never for zstd files, which only the reader unpacks. */
export async function looksWide({ path, packing }: SourceFile): Promise<boolean> {
  if (packing === 'zstd') return false;
  if (packing === 'gzip') return isWide(await unpackedHead(path));
  // A file that cannot be opened is told of by whoever reads it.
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return isWide(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function isWide(head: Buffer): boolean {
  const [line = ''] = head.toString('latin1').split('\n', 1);
  return [',', ';', '\t', '|'].some((separator) => line.split(separator).length > many);
}

/** The first bytes of a gzip file, unpacked; none when it is damaged. */
async function unpackedHead(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of pipeline(createReadStream(path), createGunzip(), () => undefined)) {
      chunks.push(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      if (bytes >= headBytes) break;
    }
  } catch {
    return Buffer.alloc(0);
  }
  return Buffer.concat(chunks);
}
