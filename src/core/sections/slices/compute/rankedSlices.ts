import { provenSlices } from '../../../check/provenSlices.ts';
import type { ContrastOf } from '../../../stats/groups/contrast.ts';
import type { GroupSums } from '../../../stats/groups/groupSums.ts';
import { beatParentsBound, dropNested } from './dropNested.ts';
import { type Merged, mergeOverlapping, type SliceSide } from './mergeOverlapping.ts';
import type { SliceOptions } from './sliceOptions.ts';
import { type Candidate, sliceSearch } from './sliceSearch.ts';

/** Slices looked at one by one for shared rows; what ranks lower is not reported. */
const looked = 100;

/** A slice of more rows than this, of all or of a group, is the rule: what is special there is the rest, which is better. */
const mostShare = 2 / 3;

/** What a search found, before it is worded as slices of one kind. */
export interface Ranked {
  readonly tested: number;
  /** Slices that are worse before nested and overlapping ones were put together. */
  readonly worse: number;
  readonly slices: readonly Merged[];
}

/** What is searched, sides in the order current, reference: their rows, the same counted by group, and how a group is held against the rest. */
export interface SearchedSides {
  readonly sides: readonly SliceSide[];
  readonly tallied: readonly GroupSums[];
  readonly contrastOf: ContrastOf;
}

/** Searches, drops what repeats, ranks by the excess of the loss and cuts. `holds`: what a slice must fulfil beside. */
export function rankedSlices(
  { sides, tallied, contrastOf }: SearchedSides,
  minRows: number,
  options: SliceOptions,
  holds: (slice: Candidate) => boolean = () => true,
): Ranked {
  const { alpha = 0.05, minGap = 0, most = 20, rank = 'impact' } = options;
  const search = sliceSearch(sides[0]!.columns, tallied, contrastOf, {
    minRows,
    alpha,
    ...(rank === 'bound' ? { minRest: 1, repeats: true } : { mostShare }),
  });
  const worse = search.worse.filter((slice) => slice.contrast.estimate >= minGap && holds(slice));
  const counts = { tested: search.tested, worse: worse.length };
  if (rank === 'bound') {
    const kept = beatParentsBound(worse).sort((a, b) => b.lowerBound - a.lowerBound);
    return { ...counts, slices: kept.slice(0, most).map((slice) => ({ slice, p: slice.contrast.p, overlapping: [] })) };
  }
  const order = (a: Candidate, b: Candidate) => b.excess - a.excess || b.lowerBound - a.lowerBound;
  const kept = dropNested(worse, tallied, contrastOf, { alpha, minRows, mostShare, tested: search.tested }).sort(order);
  const distinct = mergeOverlapping(kept, sides, tallied[0]!.shift, contrastOf, { alpha, minRows, most, looked });
  return { ...counts, slices: provenSlices(distinct, search.tested, alpha) };
}
