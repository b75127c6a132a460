import { andersonDarlingSf } from '../distributions/andersonDarlingLimit.ts';
import { Kernel } from './kernel.ts';

/** Tags that travel with the values: the part of the dataset a row stands in, or its number. */
export type Tags = Uint16Array | Uint32Array;

/** What one walk over two ascending samples tells. */
export interface SortedComparison {
  /** As `kolmogorovSmirnov`. */
  readonly d: number;
  readonly at: number;
  /** As `wasserstein`. */
  readonly wasserstein: number;
  /** As `andersonDarling`. */
  readonly a2: number;
  readonly p: number;
}

/** What room is needed for: up to two samples, sorted and compared. */
export interface KernelRoom {
  /** Values of the two samples. */
  readonly lengths: readonly [number, number];
  /** Bytes of a tag; 0 without tags. */
  readonly tagBytes: 0 | 2 | 4;
  /** Tags that missing values are counted by are numbers below this; 1 without. */
  readonly tagValues: number;
  /** Whether places of the second sample in the first are asked for. */
  readonly places: boolean;
}

interface Exports {
  keepFinitePlain(values: number, n: number, missing: number): number;
  keepFiniteNarrow(values: number, tags: number, n: number, missing: number): number;
  keepFiniteWide(values: number, tags: number, n: number, missing: number): number;
  sortPlain(values: number, spare: number, n: number, tables: number): void;
  sortNarrow(values: number, tags: number, spare: number, spareTags: number, n: number, tables: number): void;
  sortWide(values: number, tags: number, spare: number, spareTags: number, n: number, tables: number): void;
  compare(a: number, n: number, b: number, m: number, below: number, out: number): void;
}

const outAt = Kernel.start;
const tablesAt = outAt + 64;
const tableBytes = 98_304;

/**
 * Sorts and compares columns in WebAssembly (src/kernel): about 25 ns a value to sort and 7 to compare on a slow core of 2 GHz, half of what the same
 * takes in JavaScript, and the same digits. Samples are written into its memory, which grows to the largest asked for and is given back with the kernel.
 */
export class SortKernel {
  readonly #kernel = new Kernel<Exports>();
  #room: KernelRoom = { lengths: [0, 0], tagBytes: 0, tagValues: 1, places: false };
  #values: readonly [number, number] = [0, 0];
  #tags: readonly [number, number] = [0, 0];
  #spare = 0;
  #spareTags = 0;
  #places = 0;
  #missing = 0;

  /** Bytes that a room can take: WebAssembly counts them with 32 bits. */
  static readonly mostBytes = 2 ** 32 - 2 ** 20;

  /** Bytes that such a room takes. */
  static bytes({ lengths: [n, m], tagBytes, tagValues, places }: KernelRoom): number {
    return (8 + tagBytes) * (n + m + Math.max(n, m)) + (places ? 4 * m : 0) + 4 * tagValues;
  }

  /** Lays the memory out; what stood there, and views of it, are lost. Throws a RangeError when it cannot be had. */
  reserve(room: KernelRoom): void {
    const [n, m] = room.lengths;
    let end = tablesAt + tableBytes;
    const take = (bytes: number): number => {
      const start = end;
      end = Math.ceil((start + bytes) / 8) * 8;
      return start;
    };
    // Behind each sample stands one more value when they are compared.
    this.#values = [take(8 * (n + 1)), take(8 * (m + 1))];
    this.#spare = take(8 * Math.max(n, m));
    this.#tags = [take(room.tagBytes * n), take(room.tagBytes * m)];
    this.#spareTags = take(room.tagBytes * Math.max(n, m));
    this.#places = take(room.places ? 4 * m : 0);
    this.#missing = take(4 * room.tagValues);
    this.#room = room;
    this.#kernel.grow(end);
  }

  /** Where the values of a sample stand. */
  values(which: 0 | 1): Float64Array {
    return new Float64Array(this.#kernel.buffer, this.#values[which], this.#room.lengths[which]);
  }

  /** Where the tags of a sample stand; null without tags. */
  tags(which: 0 | 1): Tags | null {
    const { tagBytes, lengths } = this.#room;
    if (tagBytes === 0) return null;
    return new (tagBytes === 2 ? Uint16Array : Uint32Array)(this.#kernel.buffer, this.#tags[which], lengths[which]);
  }

  /** After `compare`: for each value of the second sample how many of the first are smaller; null when that was not asked for. */
  get places(): Int32Array | null {
    return this.#room.places ? new Int32Array(this.#kernel.buffer, this.#places, this.#room.lengths[1]) : null;
  }

  /**
   * Moves the finite values of a sample to the front, tags with them (`tagged`), -0 becoming 0: how many they are, and how many NaN there are of each tag.
   * O(length).
   */
  keepFinite(which: 0 | 1, tagged: boolean): { readonly count: number; readonly missing: Uint32Array } {
    const { lengths, tagBytes, tagValues } = this.#room;
    const [values, tags, n] = [this.#values[which], this.#tags[which], lengths[which]];
    const missing = new Uint32Array(this.#kernel.buffer, this.#missing, tagValues).fill(0);
    const count = !tagged
      ? this.#kernel.run.keepFinitePlain(values, n, this.#missing)
      : tagBytes === 2
        ? this.#kernel.run.keepFiniteNarrow(values, tags, n, this.#missing)
        : this.#kernel.run.keepFiniteWide(values, tags, n, this.#missing);
    return { count, missing };
  }

  /** Sorts the first `count` values of a sample ascending in place, its tags with them unless they are left alone. The values must be finite and without -0; equal values keep their order. O(count). */
  sort(which: 0 | 1, count: number, tagged = this.#room.tagBytes > 0): void {
    const values = this.#values[which];
    const tags = this.#tags[which];
    if (!tagged) this.#kernel.run.sortPlain(values, this.#spare, count, tablesAt);
    else if (this.#room.tagBytes === 2) this.#kernel.run.sortNarrow(values, tags, this.#spare, this.#spareTags, count, tablesAt);
    else this.#kernel.run.sortWide(values, tags, this.#spare, this.#spareTags, count, tablesAt);
  }

  /** `largestGaps`, `wasserstein` and `andersonDarling` in one walk over the first `n` and `m` values of the samples, ascending and neither empty. O(n + m). */
  compare(n: number, m: number): SortedComparison {
    this.#kernel.run.compare(this.#values[0], n, this.#values[1], m, this.#room.places ? this.#places : 0, outAt);
    const [d, at, moved, squares] = new Float64Array(this.#kernel.buffer, outAt, 4) as unknown as [number, number, number, number];
    const total = n + m;
    const a2 = (((total - 1) / total) * squares) / (n * m);
    return { d: d / (n * m), at, wasserstein: moved / (n * m), a2, p: andersonDarlingSf(a2) };
  }
}
