import * as zlib from 'node:zlib';
import { CompressionType, compressionRegistry } from 'apache-arrow';
import { unpackLz4Frame } from './lz4Frame.ts';

/** Only newer Nodes (22.15 on, so VS Code's) bring zstd. */
const unzstd = (zlib as { zstdDecompressSync?: (data: Uint8Array) => Uint8Array }).zstdDecompressSync;

/** True when record batches packed with zstd can be read here. */
export const readsZstd = unzstd !== undefined;

/** Teaches apache-arrow to unpack record batches; it knows no packing by itself. */
export function registerCodecs(): void {
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: unpackLz4Frame });
  if (unzstd !== undefined) {
    // Values are read through typed arrays: the bytes must start at a multiple of eight.
    compressionRegistry.set(CompressionType.ZSTD, { decode: (data) => new Uint8Array(unzstd(data)) });
  }
}
