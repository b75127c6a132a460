import { open } from 'node:fs/promises';
import { DataError } from '../../core/data/dataError.ts';
import type { FileFormat, Packing } from './format.ts';

/** What a file's first bytes say it is; `text` when nothing else is recognised. */
export type Signature =
  | 'parquet'
  | 'parquet-encrypted'
  | 'arrow'
  | 'arrow-stream'
  | 'feather-v1'
  | 'gzip'
  | 'zstd'
  | 'zip'
  | 'bzip2'
  | 'xz'
  | 'sqlite'
  | 'hdf5'
  | 'pickle'
  | 'avro'
  | 'orc'
  | 'duckdb'
  | 'html'
  | 'git-lfs'
  | 'utf-16le'
  | 'utf-16be'
  | 'binary'
  | 'text';

const magics: readonly (readonly [Signature, number, string])[] = [
  ['parquet', 0, 'PAR1'],
  ['parquet-encrypted', 0, 'PARE'],
  ['arrow', 0, 'ARROW1'],
  ['feather-v1', 0, 'FEA1'],
  ['gzip', 0, '\x1f\x8b'],
  ['zstd', 0, '\x28\xb5\x2f\xfd'],
  ['zip', 0, 'PK\x03\x04'],
  ['bzip2', 0, 'BZh'],
  ['xz', 0, '\xfd7zXZ'],
  ['sqlite', 0, 'SQLite format 3'],
  ['hdf5', 0, '\x89HDF'],
  ['avro', 0, 'Obj\x01'],
  ['orc', 0, 'ORC'],
  ['duckdb', 8, 'DUCK'],
  ['arrow-stream', 0, '\xff\xff\xff\xff'],
  ['utf-16le', 0, '\xff\xfe'],
  ['utf-16be', 0, '\xfe\xff'],
];

/** Recognises a file by its first bytes (4 KiB are enough). */
export function signatureOf(head: Uint8Array): Signature {
  const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  for (const [signature, at, magic] of magics) {
    // "ORC" and "BZh" could start a text: they must be followed by something that is none.
    if (start.startsWith(magic, at) && (magic.length > 3 || signature.startsWith('utf') || signature === 'gzip' || hasNul(start)))
      return signature;
  }
  if (/^\x80[\x02-\x05][\x00-\x1f}\]c(]/.test(start) && hasNul(start)) return 'pickle';
  if (start.startsWith('version https://git-lfs.github.com/spec/')) return 'git-lfs';
  if (/^\s*<(?:!doctype html|html)/i.test(start)) return 'html';
  if (!hasNul(start)) return 'text';
  return wideText(head) ?? 'binary';
}

function hasNul(text: string): boolean {
  return text.includes('\0');
}

/** Whether an object, or an array of objects, begins here: no header of a CSV file does. */
function looksLikeJson(head: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"/.test(Buffer.from(head).toString('latin1'));
}

/** Whether fewer than one byte in a hundred is a control character. */
function mostlyText(head: Uint8Array): boolean {
  const controls = head.reduce((sum, byte) => sum + (byte < 0x09 || (byte > 0x0d && byte < 0x20) ? 1 : 0), 0);
  return controls * 100 < head.length;
}

/** UTF-16 without a mark: text of European scripts has a zero in nearly every second byte. */
function wideText(head: Uint8Array): Signature | null {
  const pairs = Math.floor(head.length / 2);
  let low = 0;
  let high = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) high++;
    if (head[2 * i + 1] === 0) low++;
  }
  if (pairs < 4) return null;
  if (low > 0.7 * pairs && high < 0.05 * pairs) return 'utf-16le';
  if (high > 0.7 * pairs && low < 0.05 * pairs) return 'utf-16be';
  return null;
}

export async function readHead(path: string, bytes = 4096): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function readTail(path: string, size: number, bytes: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, Math.max(0, size - bytes));
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Checks that a file is what its name says; rejects with not_this_format, empty_file, unsupported_format or corrupt_file. */
export async function verifySignature(path: string, size: number, format: FileFormat, packing: Packing): Promise<Signature> {
  const head = await readHead(path).catch((error: NodeJS.ErrnoException) => {
    throw new DataError(error.code === 'EISDIR' ? 'unsupported_format' : 'file_not_readable', { file: path });
  });
  if (head.length === 0) throw new DataError('empty_file', { file: path });
  const found = signatureOf(head);
  const expected = packing === 'none' ? format : packing;
  const wrong = (): DataError => new DataError('not_this_format', { file: path, expected, found });
  if (packing !== 'none') {
    if (found !== packing) throw wrong();
    return found;
  }
  if (format === 'parquet') {
    if (found === 'parquet-encrypted') throw new DataError('unsupported_format', { file: path, found: 'encrypted Parquet' });
    if (found !== 'parquet') throw wrong();
    const tail = await readTail(path, size, 4);
    if (tail === 'PARE') throw new DataError('unsupported_format', { file: path, found: 'encrypted Parquet' });
    // The footer is at the end: a cut file starts well and ends anywhere.
    if (size < 12 || tail !== 'PAR1') throw new DataError('corrupt_file', { file: path, found: 'no Parquet footer' });
    return found;
  }
  if (format === 'arrow') {
    if (found === 'feather-v1') throw new DataError('unsupported_format', { file: path, found: 'Feather V1' });
    if (found === 'arrow') {
      const tail = await readTail(path, size, 6);
      if (tail !== 'ARROW1') throw new DataError('corrupt_file', { file: path, found: 'no Arrow footer' });
    } else if (found !== 'arrow-stream') throw wrong();
    return found;
  }
  // Text with a stray NUL byte is told with its line when it is looked through.
  if (found === 'binary' && mostlyText(head)) return 'text';
  if (format === 'csv' && found === 'text' && looksLikeJson(head))
    throw new DataError('not_this_format', { file: path, expected, found: 'json' });
  if (found !== 'text' && found !== 'utf-16le' && found !== 'utf-16be') throw wrong();
  return found;
}
