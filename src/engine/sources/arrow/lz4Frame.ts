const magic = 0x184d2204;

/**
 * Unpacks an LZ4 frame (Feather's default packing; checksums are not verified) to exactly `size` bytes. Throws a RangeError when the frame is damaged or
 * cut, or holds more or less.
 */
export function unpackLz4Frame(frame: Uint8Array, size: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (frame.length < 7 || view.getUint32(0, true) !== magic) throw new RangeError('LZ4: no frame');
  const flags = frame[4] as number;
  const hasSize = (flags & 8) !== 0;
  const blockChecksums = (flags & 16) !== 0;
  if (hasSize && Number(view.getBigUint64(6, true)) !== size) throw wrongLength();
  let at = 7 + (hasSize ? 8 : 0) + ((flags & 1) !== 0 ? 4 : 0);
  const output = new Output(size);
  for (;;) {
    const header = view.getUint32(at, true);
    at += 4;
    if (header === 0) return output.bytes();
    const length = header & 0x7fffffff;
    if (at + length > frame.length) throw new RangeError('LZ4: cut short');
    const block = frame.subarray(at, at + length);
    if (header >>> 31) output.literals(block, 0, length);
    else unpackBlock(block, output);
    at += length + (blockChecksums ? 4 : 0);
  }
}

function wrongLength(): RangeError {
  return new RangeError('LZ4: not as long as declared');
}

/** Bytes written so far; later blocks may refer back to earlier ones. */
class Output {
  readonly #bytes: Uint8Array;
  #length = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  literals(from: Uint8Array, start: number, length: number): void {
    if (this.#length + length > this.#bytes.length) throw wrongLength();
    this.#bytes.set(from.subarray(start, start + length), this.#length);
    this.#length += length;
  }

  copy(offset: number, length: number): void {
    const start = this.#length - offset;
    if (offset === 0 || start < 0) throw new RangeError('LZ4: bad offset');
    const bytes = this.#bytes;
    if (this.#length + length > bytes.length) throw wrongLength();
    // Byte by byte: source and target may overlap, which repeats a pattern.
    for (let i = 0; i < length; i++) bytes[this.#length + i] = bytes[start + i] as number;
    this.#length += length;
  }

  bytes(): Uint8Array {
    if (this.#length !== this.#bytes.length) throw wrongLength();
    return this.#bytes;
  }
}

function unpackBlock(block: Uint8Array, output: Output): void {
  let at = 0;
  const byte = (): number => {
    const value = block[at++];
    if (value === undefined) throw new RangeError('LZ4: cut short');
    return value;
  };
  const longer = (length: number): number => {
    if (length !== 15) return length;
    for (let more = 255; more === 255; ) {
      more = byte();
      length += more;
    }
    return length;
  };
  while (at < block.length) {
    const token = byte();
    const literals = longer(token >> 4);
    if (at + literals > block.length) throw new RangeError('LZ4: cut short');
    output.literals(block, at, literals);
    at += literals;
    if (at === block.length) return;
    const offset = byte() | (byte() << 8);
    output.copy(offset, longer(token & 15) + 4);
  }
}
