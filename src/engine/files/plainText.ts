import { isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { abortError, throwIfAborted } from '../abortError.ts';
import { type EightBit, EightBitText } from './eightBitText.ts';
import { firstNul } from './firstNul.ts';
import type { SourceFile } from './resolveFiles.ts';
import type { Signature } from './signature.ts';
import { signatureOf } from './signature.ts';
import { zstdIsWhole } from './zstdFrames.ts';

/** A text file as DuckDB shall read it. */
export interface PlainText {
  /** The file itself, or its unpacked or recoded copy in the work folder. */
  readonly path: string;
  readonly original: string;
  /** Set when the file was not UTF-8. */
  readonly encoding: string | null;
}

/** Bytes looked through at a time. */
const mostPiece = 1 << 20;

let copies = 0;

/**
 * Makes sure that a text file is whole and UTF-8: gzip is unpacked (DuckDB reads a cut or damaged one as if it ended there), UTF-16 and 8-bit
 * text are recoded. One pass over the bytes, about 1 GB/s for plain UTF-8, which is left where it is.
 */
export async function plainText(file: SourceFile, signature: Signature, folder: string, signal: CancelSignal): Promise<PlainText> {
  let { path } = file;
  if (file.packing === 'zstd') {
    if (!(await zstdIsWhole(path, file.bytes))) throw new DataError('corrupt_file', { file: path, found: 'zstd: cut short' });
    return { path, original: file.path, encoding: null };
  }
  if (file.packing === 'gzip') {
    path = await unpack(file.path, folder, signal);
    const chunk = (await createReadStream(path, { end: 4095 }).toArray())[0] as Buffer | undefined;
    if (chunk === undefined) throw new DataError('no_rows', { file: file.path });
    signature = signatureOf(chunk);
  }
  if (signature === 'utf-16le' || signature === 'utf-16be') return recode(path, file.path, signature, folder, signal);
  const { nul, encoding } = await inspect(path, file.packing === 'none' ? file.bytes : mostPiece, signal);
  if (nul) throw new DataError('corrupt_file', { file: file.path, line: (await firstNul(path)) ?? undefined, found: 'NUL' });
  if (encoding === null) return { path, original: file.path, encoding };
  return recode(path, file.path, encoding, folder, signal);
}

async function unpack(path: string, folder: string, signal: CancelSignal): Promise<string> {
  const target = join(folder, `unpacked-${process.pid}-${copies++}`);
  try {
    await pipeline(createReadStream(path), createGunzip(), stopper(signal), createWriteStream(target));
  } catch (error) {
    throwIfAborted(signal);
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new DataError('out_of_memory', { file: path, found: code });
    throw new DataError('corrupt_file', { file: path, found: `gzip: ${message}` });
  }
  return target;
}

function stopper(signal: CancelSignal): Transform {
  return new Transform({
    transform(chunk, _encoding, done) {
      if (signal.aborted) done(abortError());
      else done(null, chunk);
    },
  });
}

async function recode(path: string, original: string, encoding: string, folder: string, signal: CancelSignal): Promise<PlainText> {
  const target = join(folder, `recoded-${process.pid}-${copies++}`);
  const decoder = new TextDecoder(encoding === 'latin-1' ? 'windows-1252' : encoding, { fatal: true });
  async function* decoded(): AsyncGenerator<string> {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      throwIfAborted(signal);
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
    yield decoder.decode();
  }
  try {
    await pipeline(Readable.from(decoded(), { objectMode: true }), createWriteStream(target));
  } catch (error) {
    throwIfAborted(signal);
    if (error instanceof TypeError)
      throw new DataError(encoding.startsWith('utf-16') ? 'corrupt_file' : 'wrong_encoding', { file: original, found: encoding });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new DataError('out_of_memory', { file: original, found: 'ENOSPC' });
    throw new DataError('read_failed', { file: original, found: (error as Error).message });
  }
  return { path: target, original, encoding };
}

/** Whether there is a NUL byte, and the encoding: null for UTF-8. */
async function inspect(path: string, bytes: number, signal: CancelSignal): Promise<{ nul: boolean; encoding: EightBit | null }> {
  let utf8 = true;
  let nul = false;
  const eightBit = new EightBitText();
  let tail: Buffer = Buffer.alloc(0);
  // A buffer of a megabyte for each of thousands of small files costs more than to read them.
  const highWaterMark = Math.min(mostPiece, Math.max(4096, bytes));
  for await (const piece of createReadStream(path, { highWaterMark })) {
    throwIfAborted(signal);
    const chunk = tail.length > 0 ? Buffer.concat([tail, piece as Buffer]) : (piece as Buffer);
    nul ||= chunk.includes(0);
    const cut = utf8 ? lastBoundary(chunk) : chunk.length;
    if (utf8 && !isUtf8(chunk.subarray(0, cut))) utf8 = false;
    if (!utf8) eightBit.add(chunk);
    tail = utf8 ? Buffer.from(chunk.subarray(cut)) : Buffer.alloc(0);
  }
  if (utf8 && tail.length > 0) {
    utf8 = false;
    eightBit.add(tail);
  }
  return { nul, encoding: utf8 ? null : eightBit.guess() };
}

/** Where the last character that may go on in the next chunk starts. */
function lastBoundary(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte < 0x80) return chunk.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? chunk.length - back : chunk.length;
    }
  }
  return chunk.length;
}
