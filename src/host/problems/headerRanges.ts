import { open } from 'node:fs/promises';
import { Range } from 'vscode';
import { headerOffsets } from './headerOffsets.ts';

const headBytes = 1024 * 1024;
const delimitedText = /\.(csv|tsv|txt)$/i;

/**
 * Ranges of the header cells of `columns` in a delimited text file, from its first megabyte of raw bytes: opening it as a document fails for
 * large files. Empty for other formats and for files that cannot be read.
 */
export async function headerRanges(path: string, columns: readonly string[]): Promise<Map<string, Range>> {
  const ranges = new Map<string, Range>();
  if (!delimitedText.test(path)) return ranges;
  try {
    const file = await open(path, 'r');
    try {
      const buffer = new Uint8Array(headBytes);
      let size = 0;
      for (let read = 1; read > 0 && size < headBytes; size += read) {
        ({ bytesRead: read } = await file.read(buffer, size, headBytes - size, size));
      }
      for (const [column, cell] of headerOffsets(buffer.subarray(0, size), columns, size < headBytes)) {
        ranges.set(column, new Range(cell.startLine, cell.startCharacter, cell.endLine, cell.endCharacter));
      }
    } finally {
      await file.close();
    }
  } catch {
    // A file that went away meanwhile: findings stand on its first character.
  }
  return ranges;
}
