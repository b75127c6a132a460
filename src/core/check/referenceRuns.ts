import { type BlockTable, blockRows } from '../stats/blocks/blockTable.ts';
import { type RunSpread, runSpread } from '../stats/blocks/runSpread.ts';
import { type FeatureSet, writeFeatures } from './binFeatures.ts';
import { type SpanRuns, spanRuns } from './spanRuns.ts';

/** A length to which the blocks of a span are put together, and whether the means of the phases (weekdays) are taken out first. */
export interface RunLength {
  readonly run: number;
  readonly season: boolean;
}

/** Runs of a length must number at least so many to tell how such runs differ. */
const fewestRuns = 8;

/** What is known of the order of the reference's blocks. */
export interface BlockOrder {
  /** Blocks follow each other in time; groups do not. */
  readonly ordered: boolean;
  /** Phase of each block, such as its weekday; null: none. */
  readonly phases: ArrayLike<number> | null;
}

/** The reference's blocks of one column, and how runs of them differ: computed for each run length and set of features once. */
export class ReferenceRuns {
  /** Rows of each block that has any, in time order. */
  readonly rows: Float64Array;
  readonly #bins: number;
  /** Counts of all blocks before block b, at b · bins: a run is a difference of two of them. */
  readonly #before: Float64Array;
  readonly #phases: Float64Array | null;
  readonly #phaseCount: number;
  readonly #ordered: boolean;
  readonly #spreads = new Map<string, RunSpread>();
  readonly #spans = new Map<number, SpanRuns>();

  /** O(blocks · bins). */
  constructor(table: BlockTable, { ordered, phases }: BlockOrder) {
    const { bins, counts } = table;
    const all = blockRows(table);
    const occupied = Array.from(all, (_, block) => block).filter((block) => all[block]! > 0);
    this.rows = Float64Array.from(occupied, (block) => all[block]!);
    this.#bins = bins;
    this.#before = new Float64Array((occupied.length + 1) * bins);
    occupied.forEach((block, i) => {
      for (let bin = 0; bin < bins; bin++) this.#before[(i + 1) * bins + bin] = this.#before[i * bins + bin]! + counts[block * bins + bin]!;
    });
    this.#ordered = ordered;
    this.#phases = phases === null ? null : Float64Array.from(occupied, (block) => phases[block]!);
    this.#phaseCount = this.#phases === null ? 0 : new Set(this.#phases).size;
  }

  get blocks(): number {
    return this.rows.length;
  }

  /** Whether the reference holds enough blocks of each phase to take their means out. */
  get seasonal(): boolean {
    return this.#phaseCount > 1 && this.blocks >= fewestRuns * this.#phaseCount;
  }

  /** The run lengths at which a span of so many blocks is measured: single blocks, and as long as the span as far as the reference has runs of that length. */
  lengthsOf(span: number): readonly RunLength[] {
    if (!this.#ordered) return [{ run: 1, season: false }];
    const top = Math.min(span, Math.floor(this.blocks / fewestRuns));
    if (this.seasonal && span >= this.#phaseCount) {
      const whole = Math.floor(top / this.#phaseCount) * this.#phaseCount;
      return whole >= this.#phaseCount
        ? [
            { run: 1, season: true },
            { run: whole, season: false },
          ]
        : [{ run: 1, season: true }];
    }
    return top > 1
      ? [
          { run: 1, season: false },
          { run: top, season: false },
        ]
      : [{ run: 1, season: false }];
  }

  /** How runs differ. O(runs · (bins + features²)), once for each length and set of features. */
  spread({ run, season }: RunLength, features: FeatureSet): RunSpread {
    const key = `${run}/${season}/${features.key}`;
    const known = this.#spreads.get(key);
    if (known !== undefined) return known;
    const bins = this.#bins;
    const width = features.used.length;
    const runs = Math.floor(this.blocks / run);
    // The oldest blocks that fill no run are left out.
    const first = this.blocks - runs * run;
    const z = new Float64Array(runs * width);
    const rows = new Float64Array(runs);
    const counts = new Float64Array(bins);
    for (let g = 0; g < runs; g++) {
      const from = (first + g * run) * bins;
      for (let bin = 0; bin < bins; bin++) {
        counts[bin] = this.#before[from + run * bins + bin]! - this.#before[from + bin]!;
        rows[g]! += counts[bin]!;
      }
      writeFeatures(features, counts, rows[g]!, z, g * width);
    }
    const spread = runSpread(z, rows, width, season ? this.#phases : null, this.#ordered);
    this.#spreads.set(key, spread);
    return spread;
  }

  /** How the whole reference is cut into runs of a length. */
  spanOf(run: number): SpanRuns {
    const known = this.#spans.get(run) ?? spanRuns(this.rows, run);
    this.#spans.set(run, known);
    return known;
  }
}
