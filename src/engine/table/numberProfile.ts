import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { ColumnProfile } from '../../core/data/columnProfile.ts';
import type { HoldNumbers } from '../../core/data/table.ts';
import { doubles } from '../database/vectors.ts';
import { asNumber, type ColumnSql } from './columnSql.ts';
import { DistinctCounter } from './distinctCounter.ts';
import type { Relation } from './relation.ts';

/** Rows on which rising along the file is judged. */
const increasingRows = 100_000;

/** What one pass over a column of doubles shows. */
export class NumberProfile {
  /** Rows that are NaN here: null, unreadable or NaN. */
  missing = 0;
  infinities = 0;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  /** Every finite value is whole. */
  whole = true;
  /** First five distinct values. */
  readonly firsts: number[] = [];
  readonly counter = new DistinctCounter();
  #last = Number.NaN;
  #judged = 0;
  #rows = 0;
  #rising: ColumnProfile['increasing'] = 'strict';

  add(values: Float64Array): void {
    this.counter.add(values);
    const judging = this.#rows < increasingRows && this.#rising !== 'none';
    this.#rows += values.length;
    let { missing, infinities, min, max } = this;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (value - value !== 0) {
        if (Number.isNaN(value)) missing++;
        else infinities++;
        continue;
      }
      if (value < min) min = value;
      if (value > max) max = value;
    }
    this.missing = missing;
    this.infinities = infinities;
    this.min = min;
    this.max = max;
    if (this.whole) this.whole = allWhole(values);
    if (this.firsts.length < 5) this.#keepFirsts(values);
    if (judging) this.#judge(values);
  }

  /** Over the first 100,000 rows; missing values are passed over, fewer than two values never rise. */
  get increasing(): ColumnProfile['increasing'] {
    return this.#judged < 2 ? 'none' : this.#rising;
  }

  #keepFirsts(values: Float64Array): void {
    const { firsts } = this;
    for (let i = 0; i < values.length && firsts.length < 5; i++) {
      const value = values[i] as number;
      if (value - value === 0 && !firsts.includes(value)) firsts.push(value);
    }
  }

  #judge(values: Float64Array): void {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (Number.isNaN(value)) continue;
      this.#judged++;
      if (value < this.#last) {
        this.#rising = 'none';
        return;
      }
      if (value === this.#last) this.#rising = 'weak';
      this.#last = value;
    }
  }
}

function allWhole(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== Math.trunc(value) && !Number.isNaN(value)) return false;
  }
  return true;
}

/**
 * Profiles numbers, booleans and times in one streamed pass: an aggregate with a filter per question costs DuckDB ten times as much as
 * carrying the values over (12 ns each) and looking at them here.
 */
export async function profileNumbers(
  relation: Relation,
  columns: readonly ColumnSql[],
  signal: CancelSignal,
  hold: HoldNumbers,
): Promise<readonly NumberProfile[]> {
  const profiles = columns.map(() => new NumberProfile());
  const held = columns.map(({ kind, name }) => (kind === 'number' ? hold(name) : null));
  let row = 0;
  if (columns.length === 0) return profiles;
  const selected = columns.map(({ kind, value }, i) => `coalesce(${asNumber(kind, value)}, 'nan'::DOUBLE) AS s${i}`);
  await relation.streamAll(
    `SELECT ${selected.join(', ')} FROM ${relation.name}`,
    (chunk) => {
      for (let i = 0; i < profiles.length; i++) {
        const values = doubles(chunk, i);
        held[i]?.set(values, row);
        (profiles[i] as NumberProfile).add(values);
      }
      row += chunk.rowCount;
    },
    signal,
  );
  return profiles;
}
