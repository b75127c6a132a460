import { type Contrast, type ContrastOf, meansContrast, type Part } from '../../../stats/groups/contrast.ts';
import type { GroupSums } from '../../../stats/groups/groupSums.ts';
import { minus, plus, type Sums, varianceOf } from '../../../stats/groups/sums.ts';
import { cellSums } from '../../../stats/groups/tally.ts';
import type { Candidate } from './sliceSearch.ts';

/** Sums of every single group that a pair lies in, by side. */
function parentSums(pair: Candidate, sides: readonly GroupSums[]): Sums[][] {
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
 * How much worse the rows of a pair are than its two groups' own excesses add up to: both − first alone − second alone + neither, on current less
 * the same on the reference.
 */
function interaction(pair: Candidate, [first, second]: readonly Sums[][], sides: readonly GroupSums[]): Contrast {
  const parts = sides.flatMap((side, s): Part[] => {
    const of = s === 0 ? 0 : 1;
    const both: Part = { sums: pair.sums[s]!, floor: varianceOf(side.all), side: of };
    const rest = (sums: Sums): Part => ({ sums, floor: 0, side: of });
    const onlyFirst = rest(minus(first![s]!, both.sums));
    const onlySecond = rest(minus(second![s]!, both.sums));
    const neither = rest(minus(side.all, plus(first![s]!, onlySecond.sums)));
    // Signs alternate; the reference counts against.
    return s === 0 ? [both, onlyFirst, neither, onlySecond] : [onlyFirst, both, onlySecond, neither];
  });
  if (parts.some(({ sums }) => sums.n < 1)) return { estimate: Number.POSITIVE_INFINITY, se: 0, df: 1, statistic: 0, p: 0 };
  return meansContrast(parts);
}

/**
 * Leaves of a group and the pairs inside it only what says something of its own:
 * 1. a pair stays if it holds at most `mostShare` of the rows of each group it lies in that is itself worse, is worse than the rest of each group it lies in that is itself worse and, where both are, worse than the two together
 *    make expect, at alpha shared among the pairs;
 * 2. a group stays if its rows outside the pairs that stayed are by themselves worse than all others, at alpha shared among all slices
 *    tested: it must be a finding without them.
 *
 * In a bad city every plan is bad: only the city is left. Where one plan of one city is bad, the city and the plan look worse than the rest
 * too, because of it: only the pair is left.
 *
 * Step 2 takes out the pairs with the one other column that explain most; pairs with different columns may share rows, and their sums
 * cannot be subtracted together.
 */
export function dropNested(
  worse: readonly Candidate[],
  sides: readonly GroupSums[],
  contrastOf: ContrastOf,
  {
    alpha,
    minRows,
    mostShare,
    tested,
  }: { readonly alpha: number; readonly minRows: number; readonly mostShare: number; readonly tested: number },
): Candidate[] {
  const singles = worse.filter((s) => s.conditions.length === 1);
  const pairs = worse.filter((s) => s.conditions.length > 1);
  const isWorse = (slice: readonly Sums[], rest: readonly Sums[], atMost: number) => {
    if (rest.some(({ n }) => n < 1) || slice.some(({ n }) => n < minRows)) return false;
    const { estimate, p } = contrastOf(slice, rest);
    return estimate > 0 && p <= atMost;
  };
  const level = alpha / pairs.length;
  const keptPairs = pairs.filter((pair) => {
    const parents = parentSums(pair, sides);
    const suspects = parents.filter((_, i) => singles.some((s) => same(s.conditions[0]!, pair.conditions[i]!)));
    const beatsEach = suspects.every((parent) => {
      const rest = parent.map((sums, side) => minus(sums, pair.sums[side]!));
      // What holds for most rows of a group anyway, or for all but a few, says nothing of it: the pair is told as the group.
      const usual = pair.sums[0]!.n > mostShare * parent[0]!.n;
      return !usual && rest.every(({ n }) => n >= minRows) && isWorse(pair.sums, rest, level);
    });
    if (!beatsEach || suspects.length < 2) return beatsEach;
    const { estimate, p } = interaction(pair, parents, sides);
    return estimate > 0 && p <= level;
  });
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
    return isWorse(outside, rest, alpha / tested);
  });
  return [...keptSingles, ...keptPairs];
}
