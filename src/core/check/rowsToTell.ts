import { type Growth, type VisibleQuestion, visibleShare } from './visible.ts';

/** Rows it would take: of current alone, or of both sides. */
export interface RowsToTell {
  readonly current: number;
  /** Null: the reference as it is would do. */
  readonly reference: number | null;
}

const mostGrowth = 1e6;
/** Within this factor: the answer is told with two digits. */
const exact = 1.02;

/**
 * How many rows would show a move of `target`: of current where that is enough, else of both sides in proportion, for then the reference's own days (or
 * rows) are the bound. Null where neither would do within a million times the rows.
 */
export function rowsToTell(question: VisibleQuestion, target: number): RowsToTell | null {
  const { rows, referenceRows } = question.evidence.whole;
  const current = growthNeeded(question, target, (window) => ({ window, reference: 1 }));
  if (current !== null) return { current: Math.ceil(rows * current), reference: null };
  const both = growthNeeded(question, target, (k) => ({ window: k, reference: k }));
  return both === null ? null : { current: Math.ceil(rows * both), reference: Math.ceil(referenceRows * both) };
}

/** Smallest factor at which the visible share is at most `target`, to 2 %; null when none is. The share falls about as the root of the rows. */
function growthNeeded(question: VisibleQuestion, target: number, grow: (k: number) => Growth): number | null {
  const seen = (k: number): number => visibleShare(question, grow(k)) ?? 1;
  if (seen(mostGrowth) > target) return null;
  let low = 1;
  let high = mostGrowth;
  let next = Math.min(high, (seen(1) / target) ** 2);
  while (high / low > exact) {
    const share = seen(next);
    if (share <= target) high = next;
    else low = next;
    const guess = next * (share / target) ** 2 * (share <= target ? 0.99 : 1.01);
    next = guess > low && guess < high ? guess : Math.sqrt(low * high);
  }
  return high;
}
