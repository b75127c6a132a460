import type { ContrastOf } from './contrast.ts';
import type { Candidate } from './sliceSearch.ts';
import { minus, plus, type Sums } from './sums.ts';
import type { Tallies } from './tallies.ts';
import { cellSums } from './tally.ts';

/** Sums of every single group that a pair lies in, by side. */
function parentSums(pair: Candidate, sides: readonly Tallies[]): Sums[][] {
  return pair.conditions.map(({ column, group }) => sides.map((side) => cellSums(side.singles[column]!, group)));
}

function same(a: Candidate['conditions'][number], b: Candidate['conditions'][number]): boolean {
  return a.column === b.column && a.group === b.group;
}

/** Pairs whose lower bound does not exceed that of every group they lie in are dropped (the bound of a group that is not worse is at most 0). */
export function beatParentsBound(worse: readonly Candidate[]): Candidate[] {
  return worse.filter(
    (slice) =>
      slice.conditions.length === 1 ||
      worse.every(
        (parent) =>
          parent.conditions.length > 1 ||
          !slice.conditions.some((c) => same(c, parent.conditions[0]!)) ||
          slice.lowerBound > parent.lowerBound,
      ),
  );
}

/**
 * Leaves of a group and the pairs inside it only what says something of its own:
 * 1. a pair stays if it is worse than the rest of each group it lies in that is itself worse, at alpha shared among the pairs;
 * 2. a group stays if its rows outside the pairs that stayed are still worse than all others, at alpha.
 *
 * In a bad city every plan is bad: only the city is left. Where one plan of one city is bad, the city and the plan look worse than the rest
 * too, because of it: only the pair is left.
 *
 * Step 2 takes out the pairs with the one other column that explain most; pairs with different columns may share rows, and their sums
 * cannot be subtracted together.
 */
export function dropNested(
  worse: readonly Candidate[],
  sides: readonly Tallies[],
  contrastOf: ContrastOf,
  alpha: number,
  minRows: number,
): Candidate[] {
  const singles = worse.filter((s) => s.conditions.length === 1);
  const pairs = worse.filter((s) => s.conditions.length > 1);
  const isWorse = (slice: readonly Sums[], rest: readonly Sums[], level: number) => {
    if (rest.some(({ n }) => n < 1) || slice.some(({ n }) => n < minRows)) return false;
    const { estimate, p } = contrastOf(slice, rest);
    return estimate > 0 && p <= level;
  };
  const keptPairs = pairs.filter((pair) =>
    parentSums(pair, sides).every((parent, i) => {
      if (!singles.some((s) => same(s.conditions[0]!, pair.conditions[i]!))) return true;
      const rest = parent.map((sums, side) => minus(sums, pair.sums[side]!));
      // A group that is nothing but this pair and a few rows more is told as the group.
      return rest.every(({ n }) => n >= minRows) && isWorse(pair.sums, rest, alpha / pairs.length);
    }),
  );
  const keptSingles = singles.filter((single) => {
    const [own] = single.conditions as [Candidate['conditions'][number]];
    const inside = new Map<number, { sums: readonly Sums[]; impact: number }>();
    for (const pair of keptPairs) {
      const other = pair.conditions.find((c) => !same(c, own))!;
      if (!pair.conditions.some((c) => same(c, own))) continue;
      const before = inside.get(other.column);
      inside.set(other.column, {
        sums: before ? before.sums.map((s, side) => plus(s, pair.sums[side]!)) : pair.sums,
        impact: (before?.impact ?? 0) + pair.impact,
      });
    }
    if (inside.size === 0) return true;
    const largest = [...inside.values()].sort((a, b) => b.impact - a.impact)[0]!;
    const outside = single.sums.map((sums, side) => minus(sums, largest.sums[side]!));
    const rest = single.sums.map((sums, side) => minus(sides[side]!.all, sums));
    return isWorse(outside, rest, alpha);
  });
  return [...keptSingles, ...keptPairs];
}
