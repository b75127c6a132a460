import type { ValueCounts } from '../../core/data/valueCounts.ts';

/** Puts the counts of one column together, value by value, the most frequent first. */
export class GatheredCounts {
  /** Rows counted so far. */
  rows = 0;
  readonly #limit: number;
  readonly #values: string[] = [];
  #distinct = 0;
  readonly #value: number[] = [];
  readonly #bucket: number[] = [];
  readonly #group: number[] = [];
  readonly #count: number[] = [];
  /** Where the counts of what is beyond the limit stand, by bucket and group. */
  readonly #beyond = new Map<string, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes the next value; returns its code: its rank, -1 beyond the limit, -2 for null. */
  addValue(text: string | null): number {
    if (text === null) return -2;
    this.#distinct++;
    return this.#values.length < this.#limit ? this.#values.push(text) - 1 : -1;
  }

  addCell(code: number, bucket: number, group: number, count: number): void {
    this.rows += count;
    if (code === -1) {
      const cell = `${bucket} ${group}`;
      const at = this.#beyond.get(cell);
      if (at !== undefined) {
        this.#count[at] = (this.#count[at] as number) + count;
        return;
      }
      this.#beyond.set(cell, this.#count.length);
    }
    this.#value.push(code);
    this.#bucket.push(bucket);
    this.#group.push(group);
    this.#count.push(count);
  }

  get result(): ValueCounts {
    return {
      values: this.#values,
      value: Int32Array.from(this.#value),
      bucket: Int32Array.from(this.#bucket),
      group: Int32Array.from(this.#group),
      count: Float64Array.from(this.#count),
      distinct: this.#distinct,
    };
  }
}
