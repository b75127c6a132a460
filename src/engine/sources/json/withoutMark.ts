import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readerError } from '../../database/readerError.ts';
import type { PlainText } from '../../files/plainText.ts';
import { readHead } from '../../files/signature.ts';

let copies = 0;

/** A JSON text without the mark (BOM) some editors put before it: the reader takes an array behind it for a single value. */
export async function withoutMark(text: PlainText, folder: string): Promise<PlainText> {
  const [a, b, c] = await readHead(text.path, 3);
  if (a !== 0xef || b !== 0xbb || c !== 0xbf) return text;
  const path = join(folder, `unmarked-${process.pid}-${copies++}`);
  try {
    await pipeline(createReadStream(text.path, { start: 3 }), createWriteStream(path));
  } catch (error) {
    throw readerError(error, { file: text.original });
  }
  return { ...text, path };
}
