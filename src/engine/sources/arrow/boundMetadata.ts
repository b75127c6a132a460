import { ByteBuffer } from 'flatbuffers';

/** Vectors are asked for a few times each while metadata are decoded: far more means that parts of it lead back to themselves. */
const asksPerByte = 64;

const vectorLength = ByteBuffer.prototype.__vector_len;
const asked = new WeakMap<ByteBuffer, number>();
let bound = false;

/**
 * Makes apache-arrow refuse metadata that name more entries than they have bytes. It believes any number it finds there: one flipped bit
 * would keep the thread busy for minutes and fill its memory.
 */
export function boundMetadata(): void {
  if (bound) return;
  bound = true;
  ByteBuffer.prototype.__vector_len = function entries(this: ByteBuffer, offset: number): number {
    const length = vectorLength.call(this, offset);
    const times = (asked.get(this) ?? 0) + 1;
    asked.set(this, times);
    if (length < 0 || length > this.capacity() || times > asksPerByte * this.capacity()) throw new RangeError('impossible metadata');
    return length;
  };
}
