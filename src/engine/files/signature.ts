import { open } from 'node:fs/promises';

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

/** The last bytes of a file, a character each. */
export async function readTail(path: string, size: number, bytes: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, Math.max(0, size - bytes));
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
