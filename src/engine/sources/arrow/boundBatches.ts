import { DataError } from '../../../core/data/dataError.ts';

/** What record batches and dictionaries look like to apache-arrow's reader before their buffers are unpacked. */
interface BatchHeader {
  readonly buffers: readonly { readonly offset: number; readonly length: number }[];
}
interface DictionaryHeader {
  readonly id: bigint | number;
  readonly isDelta: boolean;
}
interface Codec {
  readonly decode: (data: Uint8Array, length: number) => Uint8Array;
}
interface Unpacked {
  readonly decommpressedBody: readonly Uint8Array[];
}
interface MessageReader {
  readMessageBody(bytes: number): unknown;
}
interface Reader {
  readonly _reader: MessageReader;
  _decompressBuffers(header: BatchHeader, body: Uint8Array, codec: Codec): Unpacked;
  _loadDictionaryBatch(header: DictionaryHeader, body: Uint8Array): unknown;
  _loadVectors(header: BatchHeader, body: Uint8Array, types: readonly unknown[]): unknown;
}

/** Bytes of the length that stands before each packed buffer; -1 says that it is not packed. */
const prefixBytes = 8;
const notPacked = -1n;

/**
 * Bounds what a reader of apache-arrow unpacks. It unpacks each buffer to whatever comes out, and believes any number of buffers that share
 * the same bytes. Here a batch is batch_too_large when its bytes, packed or unpacked, are more than `mostBytes`, those of dictionaries that are kept included: before
 * they are read, and by the lengths declared before its buffers before they are unpacked; each buffer is then unpacked to exactly its declared length or not at all. Source: Message.fbs, BodyCompression.
 */
export function boundBatches(reader: unknown, file: string, mostBytes: number): void {
  const bounded = (reader as { _impl: Reader })._impl;
  const unpack = bounded._decompressBuffers.bind(bounded);
  const load = bounded._loadVectors.bind(bounded);
  const loadDictionary = bounded._loadDictionaryBatch.bind(bounded);
  const messages = bounded._reader;
  const readBody = messages.readMessageBody.bind(messages);
  // Dictionaries are kept from one batch to the next, until another of the same number comes.
  const kept = new Map<DictionaryHeader['id'], number>();
  let dictionary: DictionaryHeader | null = null;
  const bound = (own: number): void => {
    const sum = [...kept.values()].reduce((total, bytes) => total + bytes, own);
    if (sum <= mostBytes) return;
    const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
    throw new DataError('batch_too_large', { file, found: inMegabytes(sum), expected: inMegabytes(mostBytes) });
  };
  /** Counts what a batch takes beside the dictionaries that are kept, and keeps count of those. */
  const charge = (own: number): void => {
    if (dictionary !== null && !dictionary.isDelta) kept.delete(dictionary.id);
    bound(own);
    if (dictionary !== null) kept.set(dictionary.id, (kept.get(dictionary.id) ?? 0) + own);
  };
  // A body is read whole, whatever is in it.
  messages.readMessageBody = (bytes) => {
    bound(bytes);
    return readBody(bytes);
  };
  bounded._loadDictionaryBatch = (header, body) => {
    dictionary = header;
    try {
      return loadDictionary(header, body);
    } finally {
      dictionary = null;
    }
  };
  bounded._decompressBuffers = (header, body, codec) => {
    ownBuffers(header, body);
    const lengths = declared(header, body);
    charge(lengths.reduce((total, length) => total + length, 0));
    // Asked for one after another, in the order of the packed buffers.
    let next = 0;
    return unpack(header, body, { decode: (data) => codec.decode(data, lengths[next++] as number) });
  };
  bounded._loadVectors = (header, body, types) => {
    ownBuffers(header, body);
    charge(body.byteLength);
    return load(header, body, types);
  };
}

/** Buffers that share bytes would make a large table of a small file. */
function ownBuffers({ buffers }: BatchHeader, body: Uint8Array): void {
  const bytes = buffers.reduce((sum, { length }) => sum + length, 0);
  if (bytes > body.byteLength) throw new RangeError('more buffers than bytes');
}

/** Lengths of the buffers that are packed. */
function declared({ buffers }: BatchHeader, body: Uint8Array): readonly number[] {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const lengths: number[] = [];
  for (const { offset, length } of buffers) {
    if (length === 0) continue;
    if (length < prefixBytes || offset < 0 || offset + length > body.byteLength) throw new RangeError('impossible metadata');
    const bytes = view.getBigInt64(offset, true);
    if (bytes === notPacked) continue;
    if (bytes < 0n || bytes > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('impossible metadata');
    lengths.push(Number(bytes));
  }
  return lengths;
}
