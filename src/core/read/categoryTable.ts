import type { ValueCounts } from '../data/valueCounts.ts';
import { type Fold, foldCategories } from '../stats/samples/foldCategories.ts';
import { blocksOfSorted } from './blockTables.ts';
import type { RowLayout } from './chunks/rowLayout.ts';
import { searchSorted } from './searchSorted.ts';
import type { ColumnLayout, SortedSide } from './sortedSide.ts';

/** Counts of one side over a shared list of categories. */
export interface SideCounts {
  readonly total: Float64Array;
  /** chunks × categories. */
  readonly perChunk: Float64Array;
  /** blocks × bins of `CategoryTable.fold`: of thousands of values by thousands of days there would be too many. */
  readonly perBlock: Float64Array;
  /** cells of the calendar × categories; empty where cells are not compared. */
  readonly perCell: Float64Array;
  readonly missing: number;
  readonly missingPerChunk: Float64Array;
  readonly missingPerBlock: Float64Array;
  readonly rows: number;
  readonly distinct: number;
}

/** A categorical column of both sides. `values[otherAt]` stands for all categories beyond the reader's limit; -1 when there are none. */
export interface CategoryTable {
  readonly values: readonly string[];
  /** Whether the order of `values` means something: numbers, ascending. */
  readonly ordered: boolean;
  readonly otherAt: number;
  /** Bins of the values in the tables of blocks. */
  readonly fold: Fold;
  readonly reference: SideCounts;
  readonly current: SideCounts;
}

/** Joins the value counts of both sides. A category counted on one side only because the other side's list was cut goes to "other". O(entries). */
export function categoryTable(
  reference: ValueCounts,
  current: ValueCounts,
  referenceLayout: RowLayout,
  currentLayout: RowLayout,
): CategoryTable {
  const cut = { reference: reference.distinct > reference.values.length, current: current.distinct > current.values.length };
  const inReference = new Set(reference.values);
  const inCurrent = new Set(current.values);
  const values: string[] = [];
  for (const v of reference.values) if (inCurrent.has(v) || !cut.current) values.push(v);
  for (const v of current.values) if (!inReference.has(v) && !cut.reference) values.push(v);
  const otherAt = cut.reference || cut.current ? values.length : -1;
  const indexOf = new Map(values.map((v, i) => [v, i]));
  if (otherAt >= 0) values.push('');
  const sides = { reference: { counts: reference, layout: referenceLayout }, current: { counts: current, layout: currentLayout } };
  const totals = new Float64Array(values.length);
  eachCount(sides.reference, indexOf, otherAt, (category, count) => {
    if (category >= 0) totals[category]! += count;
  });
  const fold = foldCategories(totals);
  return {
    values,
    ordered: false,
    otherAt,
    fold,
    reference: sideOfCounts(sides.reference, indexOf, values.length, otherAt, fold),
    current: sideOfCounts(sides.current, indexOf, values.length, otherAt, fold),
  };
}

interface CountList {
  readonly counts: ValueCounts;
  readonly layout: RowLayout;
}

/** Goes through the counts of a side: category (−1: missing), count, and part (−1: in none). */
function eachCount(
  { counts, layout }: CountList,
  indexOf: ReadonlyMap<string, number>,
  otherAt: number,
  take: (category: number, count: number, part: number) => void,
): void {
  const category = counts.values.map((v) => indexOf.get(v) ?? otherAt);
  for (let i = 0; i < counts.count.length; i++) {
    const value = counts.value[i]!;
    const part = layout.partOf === null ? 0 : layout.partIndex(counts.bucket[i]!, counts.group[i]!);
    take(value === -2 ? -1 : value === -1 ? otherAt : category[value]!, counts.count[i]!, part);
  }
}

function sideOfCounts(list: CountList, indexOf: ReadonlyMap<string, number>, categories: number, otherAt: number, fold: Fold): SideCounts {
  const side = emptySide(list.layout, categories, list.counts.distinct, fold);
  eachCount(list, indexOf, otherAt, addingTo(side, list.layout, fold));
  return side;
}

/** Builds the table of a numeric column of few distinct values, `values` ascending, from its sorted sides; O(rows). */
export function categoryTableOfNumbers(values: readonly number[], reference: SortedSide, current: SortedSide): CategoryTable {
  const endsOf = ({ sorted }: SortedSide): number[] => values.map((value) => searchSorted(sorted, value, 'right'));
  const fold = foldCategories(endsOf(reference).map((end, i, ends) => end - (ends[i - 1] ?? 0)));
  const side = (sorted: SortedSide): SideCounts => {
    const { layout } = sorted;
    const ends = endsOf(sorted);
    const counts = emptySide(layout, values.length, 0, fold);
    const inBlocks = blocksOfSorted(sorted, ends);
    for (let block = 0; block < layout.blockCount; block++)
      for (let category = 0; category < values.length; category++)
        counts.perBlock[block * fold.bins + fold.binOf[category]!]! += inBlocks.counts[block * values.length + category]!;
    const inPart = new Float64Array(layout.chunkOfPart.length);
    for (let category = 0, i = 0; category < values.length; category++) {
      const end = ends[category]!;
      counts.total[category] = end - i;
      if (sorted.tags === null) {
        i = end;
        continue;
      }
      inPart.fill(0);
      for (; i < end; i++) inPart[sorted.tags[i]!]!++;
      for (let part = 0; part < inPart.length; part++) {
        const chunk = layout.chunkOfPart[part]!;
        if (chunk >= 0) counts.perChunk[chunk * values.length + category]! += inPart[part]!;
        const cell = layout.likeOfPart?.[part] ?? -1;
        if (cell >= 0) counts.perCell[cell * values.length + category]! += inPart[part]!;
      }
    }
    return {
      ...counts,
      missing: sorted.missing,
      missingPerChunk: sorted.missingPerChunk,
      missingPerBlock: sorted.missingPerBlock,
      distinct: counts.total.filter((c) => c > 0).length,
    };
  };
  return { values: values.map(String), ordered: true, otherAt: -1, fold, reference: side(reference), current: side(current) };
}

interface MutableSide extends SideCounts {
  missing: number;
}

function emptySide(layout: ColumnLayout, categories: number, distinct: number, fold: Fold): MutableSide {
  const chunks = layout.rowsPerChunk.length;
  return {
    total: new Float64Array(categories),
    perChunk: new Float64Array(chunks * categories),
    perBlock: new Float64Array(layout.blockCount * fold.bins),
    perCell: new Float64Array(layout.likeCells * categories),
    missing: 0,
    missingPerChunk: new Float64Array(chunks),
    missingPerBlock: new Float64Array(layout.blockCount),
    rows: layout.rows,
    distinct,
  };
}

/** Adds `count` rows of a category (-1: missing) that stand in a part (-1: in none). */
function addingTo(side: MutableSide, layout: ColumnLayout, fold: Fold): (category: number, count: number, part: number) => void {
  const categories = side.total.length;
  return (category, count, part) => {
    const chunk = part < 0 ? -1 : layout.chunkOfPart[part]!;
    const block = part < 0 ? -1 : layout.blockOfPart[part]!;
    if (category < 0) {
      side.missing += count;
      if (chunk >= 0) side.missingPerChunk[chunk]! += count;
      if (block >= 0) side.missingPerBlock[block]! += count;
      return;
    }
    side.total[category]! += count;
    if (chunk >= 0) side.perChunk[chunk * categories + category]! += count;
    if (block >= 0) side.perBlock[block * fold.bins + fold.binOf[category]!]! += count;
    const cell = part < 0 ? -1 : (layout.likeOfPart?.[part] ?? -1);
    if (cell >= 0) side.perCell[cell * categories + category]! += count;
  };
}
