import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline as piped } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import type { FileFormat } from '../../core/spec/spec.ts';
import { throwIfAborted } from '../abortError.ts';
import { longestLine } from '../csv/readCsv.ts';
import { deepestJson, JsonDepth } from '../json/jsonDepth.ts';
import { hasDigitSeparator } from './digitSeparator.ts';
import { lineAt } from './lineAt.ts';
import type { SourceFile } from './resolveFiles.ts';
import { type Signature, signatureOf } from './signature.ts';
import { needSpace } from './spareBytes.ts';
import { TextCheck, type TextFault } from './textCheck.ts';
import { zstdBytes } from './zstdFrames.ts';

/** A text file as DuckDB shall read it. */
export interface PlainText {
  /** The file itself, or its unpacked or recoded copy in the work folder. */
  readonly path: string;
  readonly original: string;
  /** Set when the file was not UTF-8. */
  readonly encoding: string | null;
  /** Bytes of the text once unpacked; of a zstd file, which the reader unpacks, the most there can be. */
  readonly bytes: number;
  /** An underscore stands between digits somewhere. Never of a zstd file, which only the reader unpacks. */
  readonly digitSeparators: boolean;
}

const headBytes = 4096;
const chunkBytes = 256 * 1024;
/** Most bytes written between two looks at the room that is left. */
const bytesPerLook = 32 * 1024 * 1024;
/** Bytes looked through at a time. */
const mostPiece = 1 << 20;

let copies = 0;

/**
 * Makes sure that a text file is whole, UTF-8 and no deeper or wider than what is read: gzip is unpacked (DuckDB reads a cut or damaged one as
 * if it ended there), UTF-16 and 8-bit text are recoded. One pass over the bytes, about 1 GB/s for plain UTF-8 that is left where it is; what is
 * unpacked is looked at on its way to the disk, so that nothing goes on behind the first fault.
 */
export async function plainText(
  file: SourceFile,
  format: FileFormat,
  signature: Signature,
  folder: string,
  signal: CancelSignal,
): Promise<PlainText> {
  const { path } = file;
  if (file.packing === 'zstd') {
    const bytes = await zstdBytes(path, file.bytes, signal);
    if (bytes === null) throw new DataError('corrupt_file', { file: path, found: 'zstd: cut short' });
    return { path, original: path, encoding: null, bytes, digitSeparators: false };
  }
  if (file.packing === 'none') {
    const chunks = (): AsyncIterable<unknown> => createReadStream(path, { highWaterMark: pieceOf(file.bytes) });
    if (isWide(signature)) return recode({ path, original: path, encoding: signature }, format, folder, signal);
    const check = await look(chunks, path, format, signal);
    const encoding = check.end();
    if (encoding !== null) return recode({ path, original: path, encoding }, format, folder, signal);
    return { path, original: path, encoding, bytes: file.bytes, digitSeparators: check.digitSeparators };
  }
  const unpacked = await unpack(path, format, folder, signal);
  if (unpacked.encoding === null) return unpacked;
  const coded = { path: unpacked.path, original: path, encoding: unpacked.encoding };
  return recode(coded, format, folder, signal).finally(() => rm(unpacked.path, { force: true }));
}

/** A buffer of a megabyte for each of thousands of small files costs more than to read them. */
function pieceOf(bytes: number): number {
  return Math.min(mostPiece, Math.max(4096, bytes));
}

function isWide(signature: Signature): signature is 'utf-16le' | 'utf-16be' {
  return signature === 'utf-16le' || signature === 'utf-16be';
}

/** Looks through a text. */
async function look(chunks: () => AsyncIterable<unknown>, file: string, format: FileFormat, signal: CancelSignal): Promise<TextCheck> {
  const check = new TextCheck(format);
  for await (const chunk of chunks()) {
    throwIfAborted(signal);
    const fault = check.add(chunk as Buffer);
    if (fault !== null) throw await faultError(fault, file, chunks());
  }
  return check;
}

async function faultError({ what, at }: TextFault, file: string, again: AsyncIterable<unknown>): Promise<DataError> {
  const line = await lineAt(again, at);
  if (what === 'nul') return new DataError('corrupt_file', { file, line, found: 'NUL' });
  if (what === 'long') return new DataError('line_too_long', { file, line, expected: `${longestLine / 2 ** 20} MB` });
  return new DataError('too_deep', { file, line, expected: String(deepestJson) });
}

async function unpack(path: string, format: FileFormat, folder: string, signal: CancelSignal): Promise<PlainText> {
  const target = join(folder, `unpacked-${process.pid}-${copies++}`);
  // Once more from the start, for the line of a fault; what ends it early is not told twice.
  const again = (): AsyncIterable<unknown> => piped(createReadStream(path), createGunzip({ chunkSize: chunkBytes }), () => undefined);
  const check = new TextCheck(format);
  let bytes = 0;
  let wide: string | null = null;
  async function* checked(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let nextLook = 0;
    for await (const chunk of withHead(source)) {
      throwIfAborted(signal);
      if (bytes === 0) {
        const signature = signatureOf(chunk.subarray(0, headBytes));
        if (isWide(signature)) wide = signature;
      }
      const fault = wide === null ? check.add(chunk) : null;
      if (fault !== null) throw await faultError(fault, path, again());
      if (bytes >= nextLook) nextLook = bytes + (await roomFor(folder, path));
      bytes += chunk.length;
      yield chunk;
    }
  }
  try {
    await pipeline(createReadStream(path), createGunzip({ chunkSize: chunkBytes }), checked, createWriteStream(target));
  } catch (error) {
    await rm(target, { force: true });
    throwIfAborted(signal);
    throw unpackError(error, path);
  }
  if (bytes === 0) throw new DataError('no_rows', { file: path });
  return { path: target, original: path, encoding: wide ?? check.end(), bytes, digitSeparators: check.digitSeparators };
}

/** Bytes that may be written before the room that is left is looked at again; rejects with no_disk_space. */
async function roomFor(folder: string, file: string): Promise<number> {
  return Math.min(bytesPerLook, (await needSpace(folder, { file })) / 2);
}

/** Chunks of which the first is long enough to tell what kind of text it is. */
async function* withHead(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of source) {
    if (head === null) yield chunk;
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < headBytes) continue;
      yield head;
      head = null;
    }
  }
  if (head !== null && head.length > 0) yield head;
}

function unpackError(error: unknown, file: string): DataError {
  if (error instanceof DataError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return new DataError('out_of_memory', { file, found: code });
  return new DataError('corrupt_file', { file, found: `gzip: ${message}` });
}

/** Writes a text of another encoding as UTF-8; `path` is the file or its unpacked copy. */
async function recode(
  { path, original, encoding }: Pick<PlainText, 'path' | 'original'> & { readonly encoding: string },
  format: FileFormat,
  folder: string,
  signal: CancelSignal,
): Promise<PlainText> {
  const target = join(folder, `recoded-${process.pid}-${copies++}`);
  let bytes = 0;
  let digitSeparators = false;
  async function* decoded(): AsyncGenerator<Buffer> {
    const decoder = new TextDecoder(encoding === 'latin-1' ? 'windows-1252' : encoding, { fatal: true });
    for await (const chunk of createReadStream(path, { highWaterMark: mostPiece })) {
      throwIfAborted(signal);
      yield Buffer.from(decoder.decode(chunk as Buffer, { stream: true }));
    }
    yield Buffer.from(decoder.decode());
  }
  async function* checked(): AsyncGenerator<Buffer> {
    const depth = format === 'json' ? new JsonDepth() : null;
    let nextLook = 0;
    for await (const chunk of decoded()) {
      const deep = depth?.add(chunk) ?? -1;
      if (deep >= 0) throw await faultError({ what: 'deep', at: bytes + deep }, original, decoded());
      if (bytes >= nextLook) nextLook = bytes + (await roomFor(folder, original));
      bytes += chunk.length;
      digitSeparators ||= format === 'csv' && hasDigitSeparator(chunk);
      yield chunk;
    }
  }
  try {
    await pipeline(checked(), createWriteStream(target));
  } catch (error) {
    await rm(target, { force: true });
    throwIfAborted(signal);
    if (error instanceof DataError) throw error;
    if (error instanceof TypeError)
      throw new DataError(encoding.startsWith('utf-16') ? 'corrupt_file' : 'wrong_encoding', { file: original, found: encoding });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new DataError('out_of_memory', { file: original, found: 'ENOSPC' });
    throw new DataError('read_failed', { file: original, found: (error as Error).message });
  }
  return { path: target, original, encoding, bytes, digitSeparators };
}
