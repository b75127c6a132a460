import { open } from 'node:fs/promises';
import type { SourceFiles } from './resolveFiles.ts';

const headBytes = 256 * 1024;
/** More separators than this in the first line of a text. */
const many = 512;

/** Whether a delimited text seems to have very many columns: a guess from its first line, that costs one read. Never for packed files. */
export async function looksWide(side: SourceFiles | null): Promise<boolean> {
  const first = side?.files[0];
  if (side?.format !== 'csv' || first === undefined || first.packing !== 'none') return false;
  // A file that cannot be opened is told of by whoever reads it.
  const file = await open(first.path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const [line = ''] = buffer.toString('latin1', 0, bytesRead).split('\n', 1);
    return [',', ';', '\t', '|'].some((separator) => line.split(separator).length > many);
  } finally {
    await file.close();
  }
}
