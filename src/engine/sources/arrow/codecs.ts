import * as zlib from 'node:zlib';
import { CompressionType, compressionRegistry } from 'apache-arrow';
import { unpackLz4Frame } from './lz4Frame.ts';

/** Only newer Nodes (22.15 on, so VS Code's) bring zstd. */
const unzstd = (zlib as { zstdDecompressSync?: (data: Uint8Array, options: { maxOutputLength: number }) => Uint8Array }).zstdDecompressSync;

/** True when record batches packed with zstd can be read here. */
export const readsZstd = unzstd !== undefined;

/**
 * Teaches apache-arrow to unpack record batches; it knows no packing by itself. Buffers are unpacked to the length that is declared for them, which
 * only readers that went through `boundBatches` pass on.
 */
export function registerCodecs(): void {
  setCodec(CompressionType.LZ4_FRAME, unpackLz4Frame);
  if (unzstd !== undefined) setCodec(CompressionType.ZSTD, (data, length) => unpackZstd(unzstd, data, length));
}

function setCodec(type: CompressionType, decode: (data: Uint8Array, length: number) => Uint8Array): void {
  const bounded = (data: Uint8Array, length?: number): Uint8Array => {
    if (length === undefined) throw new Error('A buffer is unpacked without a bound.');
    return decode(data, length);
  };
  compressionRegistry.set(type, { decode: bounded });
}

function unpackZstd(unpack: NonNullable<typeof unzstd>, data: Uint8Array, length: number): Uint8Array {
  try {
    const bytes = unpack(data, { maxOutputLength: Math.max(1, length) });
    // Values are read through typed arrays: the bytes must start at a multiple of eight.
    if (bytes.length === length) return new Uint8Array(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw error;
  }
  throw new RangeError('zstd: not as long as declared');
}
