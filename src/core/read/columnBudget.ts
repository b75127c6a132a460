/** What is done alone may take half as much again as the budget: the database rests meanwhile. */
const aloneFactor = 1.5;
/** A sample of few rows may take so much whatever the budget: less than any that can be set leaves. */
export const sampleBytes = 16 * 1024 * 1024;

/**
 * The one place that counts the bytes of columns that are held in a run: whoever makes a buffer of a value per row holds its bytes here, and releases
 * them when it lets go of it. It refuses nothing: what reads asks first how much there is.
 */
export class ColumnBudget {
  /** Bytes that column buffers may take while the database works too. */
  readonly bytes: number;
  #held = 0;
  #most = 0;

  constructor(bytes: number) {
    this.bytes = bytes;
  }

  /** Bytes that may be taken by what is done alone. */
  get alone(): number {
    return this.bytes * aloneFactor;
  }

  get held(): number {
    return this.#held;
  }

  /** The most that was ever held. */
  get most(): number {
    return this.#most;
  }

  hold(bytes: number): void {
    this.#held += bytes;
    this.#most = Math.max(this.#most, this.#held);
  }

  release(bytes: number): void {
    this.#held -= bytes;
  }
}

/** Bytes of some buffers together. */
export function bytesOf(buffers: readonly (ArrayBufferView | null)[]): number {
  return buffers.reduce((sum, buffer) => sum + (buffer?.byteLength ?? 0), 0);
}
