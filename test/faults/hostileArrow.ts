import { CompressionType, compressionRegistry, RecordBatchStreamWriter, tableFromArrays } from 'apache-arrow';

/** An LZ4 frame that unpacks to so many MiB of zeros: blocks of 4 MiB, each one byte and a match of the rest. */
export function lz4Zeros(mebibytes: number): Uint8Array {
  const parts: Buffer[] = [Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x70, 0x73])];
  for (let block = 0; block < mebibytes / 4; block++) {
    // A literal, a match (its length goes on in bytes of 255), five last literals.
    const match = 4 * 2 ** 20 - 1 - 5 - 4 - 15;
    const bytes = Buffer.from([
      0x1f,
      0,
      1,
      0,
      ...Array.from({ length: Math.floor(match / 255) }, () => 255),
      match % 255,
      0x50,
      0,
      0,
      0,
      0,
      0,
    ]);
    const header = Buffer.alloc(4);
    header.writeUInt32LE(bytes.length);
    parts.push(header, bytes);
  }
  return Buffer.concat([...parts, Buffer.alloc(4)]);
}

/** A zstd frame that unpacks to so many MiB of zeros: one repeated byte per block of 128 KiB. */
export function zstdZeros(mebibytes: number): Uint8Array {
  const blocks = Buffer.alloc(mebibytes * 8 * 4);
  for (let i = 0; i < mebibytes * 8; i++) blocks.writeUIntLE((i === mebibytes * 8 - 1 ? 1 : 0) | (1 << 1) | ((128 * 1024) << 3), i * 4, 3);
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x58]), blocks]);
}

/** Rows of `arrowBomb`: enough for a writer to think that packing pays. */
export const bombRows = 1 << 20;

/** A stream of one column of doubles whose packed buffers are `frame`, each declared to unpack to `declared` bytes. */
export function arrowBomb(packing: 'lz4' | 'zstd', frame: Uint8Array, declared: number): Uint8Array {
  const compressionType = packing === 'lz4' ? CompressionType.LZ4_FRAME : CompressionType.ZSTD;
  const before = compressionRegistry.get(compressionType);
  compressionRegistry.set(compressionType, { encode: () => frame, decode: (data: Uint8Array) => data });
  try {
    const writer = new RecordBatchStreamWriter({ compressionType });
    writer.writeAll(tableFromArrays({ x: Float64Array.from({ length: bombRows }, (_, i) => i) }));
    writer.finish();
    return redeclared(writer.toUint8Array(true), frame, declared);
  } finally {
    if (before === null) delete (compressionRegistry as unknown as { registry: Record<number, unknown> }).registry[compressionType];
    else compressionRegistry.set(compressionType, before);
  }
}

/** The length that stands before each frame, changed. */
function redeclared(bytes: Uint8Array, frame: Uint8Array, declared: number): Uint8Array {
  const out = Buffer.from(bytes);
  const head = Buffer.from(frame.subarray(0, 64));
  for (let at = out.indexOf(head); at >= 0; at = out.indexOf(head, at + frame.length)) out.writeBigInt64LE(BigInt(declared), at - 8);
  return out;
}
