import type { Direction } from '../measures/definition.ts';
import type { MeasurePoint, MeasureRow } from '../sections/performance/result.ts';
import { failingChunks } from './failingChunks.ts';
import type { MeasureBound, MeasureChange, MeasureVerdict } from './verdict.ts';

/** What a measure was held against. */
export interface JudgedMeasure {
  /** Whether it fails as one hypothesis over whole and chunks. */
  readonly fails: boolean;
  readonly change: MeasureChange | null;
  readonly floor: MeasureBound | null;
  readonly points: readonly MeasurePoint[];
  readonly direction: Direction;
}

const gravity = { fail: 3, cannot_tell: 2, pass: 1, improved: 0 } as const;

/** What becomes of a measure: the worst of its limit, its change and its chunks, since when it fails, and which failures are over. */
export function measureVerdict({
  fails,
  change,
  floor,
  points,
  direction,
}: JudgedMeasure): Pick<MeasureRow, 'verdict' | 'since' | 'ended'> {
  if (!fails) return { verdict: worstOf(floor?.verdict ?? null, change?.verdict ?? null), since: null, ended: [] };
  const judged = points.map(({ chunk, value, verdict }) => ({
    chunk,
    value,
    dropped: verdict === null ? null : verdict === 'fail' || verdict === 'cannot_tell',
    certain: verdict === 'fail',
  }));
  return { verdict: 'fail', ...failingChunks(judged, direction === 'higher') };
}

function worstOf(a: MeasureVerdict | null, b: MeasureVerdict | null): MeasureVerdict | null {
  if (a === null || b === null) return a ?? b;
  return gravity[a] >= gravity[b] ? a : b;
}
