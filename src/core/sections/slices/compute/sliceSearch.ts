import { normalQuantile } from '../../../stats/distributions/normal.ts';
import type { Contrast, ContrastOf } from '../../../stats/groups/contrast.ts';
import type { GroupSums } from '../../../stats/groups/groupSums.ts';
import type { SegmentColumn, SliceKey } from '../../../stats/groups/segmentColumn.ts';
import { minus, type Sums } from '../../../stats/groups/sums.ts';
import { cellSums, type Tally } from '../../../stats/groups/tally.ts';
import { benjaminiHochberg } from '../../../stats/multiplicity/benjaminiHochberg.ts';

/** A tested slice. */
export interface Candidate extends SliceKey {
  /** Sums of the slice by side; sides as the tallies given. */
  readonly sums: readonly Sums[];
  readonly contrast: Contrast;
  readonly q: number;
  /** Estimate less the normal quantile at 1 − alpha/2 times its standard error. */
  readonly lowerBound: number;
  /** Share of the rows of the first side times the estimate: by how much the mean loss would fall were the slice like the rest. */
  readonly impact: number;
  /**
   * Share of the rows times the mean loss beyond that of all rows: how much more of the loss a slice holds than its rows would. A slice of nearly
   * all rows has next to none, one that leaves bad rows out has less than one that holds them all. Subgroup discovery calls it weighted relative
   * accuracy (Lavrač, Flach, Zupan 1999).
   */
  readonly excess: number;
}

export interface SearchOptions {
  /** Rows a slice and its rest need on every side. */
  readonly minRows: number;
  readonly alpha: number;
  /** Rows needed outside a slice. Default minRows. */
  readonly minRest?: number;
  /** Largest share of the first side's rows. Default 1. */
  readonly mostShare?: number;
  /** Whether a pair that holds all rows of one of its groups is tested again beside the group. Default false. */
  readonly repeats?: boolean;
}

interface Cell extends SliceKey {
  readonly sums: readonly Sums[];
}

/** Every cell with enough rows, on every side, inside and outside. */
function* cells(
  columns: readonly SegmentColumn[],
  sides: readonly GroupSums[],
  { minRows, minRest = minRows, mostShare = 1, repeats = false }: SearchOptions,
): Generator<Cell> {
  const roomy = (rows: number, all: number) => rows >= Math.max(1, minRows) && all - rows >= Math.max(1, minRest);
  const [main] = sides as [GroupSums];
  const usual = (rows: number) => rows > mostShare * main.all.n;
  for (const { first } of main.singles) {
    for (let group = 0; group < columns[first]!.groups.length; group++) {
      if (usual(main.singles[first]!.n[group]!) || !sides.every((side) => roomy(side.singles[first]!.n[group]!, side.all.n))) continue;
      yield { conditions: [{ column: first, group }], sums: sides.map((side) => cellSums(side.singles[first]!, group)) };
    }
  }
  for (const pair of main.pairs) {
    const { first, second } = pair;
    const tallies: Tally[] = [];
    for (const side of sides) {
      const same = side === main ? pair : side.pairs.find((t) => t.first === first && t.second === second);
      if (same) tallies.push(same);
    }
    if (tallies.length < sides.length) continue;
    const width = columns[second]!.groups.length;
    for (let cell = 0; cell < pair.n.length; cell++) {
      const rows = pair.n[cell]!;
      if (rows < minRows || usual(rows) || tallies.some((t, side) => !roomy(t.n[cell]!, sides[side]!.all.n))) continue;
      const a = Math.floor(cell / width);
      const b = cell % width;
      if (!repeats && (rows === main.singles[first]!.n[a] || rows === main.singles[second]!.n[b])) continue;
      yield {
        conditions: [
          { column: first, group: a },
          { column: second, group: b },
        ],
        sums: tallies.map((t) => cellSums(t, cell)),
      };
    }
  }
}

/** The cells of pairs that are wanted, counted by block, each pair of columns in one pass; nothing for the others, nor where rows have no blocks. */
function countedByBlock(
  columns: readonly SegmentColumn[],
  sides: readonly GroupSums[],
  cells: readonly Cell[],
  wanted: readonly boolean[],
): readonly (Cell | undefined)[] {
  const counted = new Array<Cell | undefined>(cells.length).fill(undefined);
  if (sides.some((side) => side.blocksOfPair === null)) return counted;
  const byPair = new Map<string, number[]>();
  cells.forEach(({ conditions }, i) => {
    if (!wanted[i] || conditions.length < 2) return;
    const key = conditions.map(({ column }) => column).join();
    byPair.set(key, [...(byPair.get(key) ?? []), i]);
  });
  for (const places of byPair.values()) {
    const [first, second] = cells[places[0]!]!.conditions.map(({ column }) => column) as [number, number];
    const width = columns[second]!.groups.length;
    const numbers = places.map((i) => cells[i]!.conditions[0]!.group * width + cells[i]!.conditions[1]!.group);
    const blocks = sides.map((side) => side.blocksOfPair!(first, second, numbers));
    places.forEach((i, k) => {
      counted[i] = { ...cells[i]!, sums: cells[i]!.sums.map((sums, side) => ({ ...sums, blocks: blocks[side]![k]! })) };
    });
  }
  return counted;
}

/**
 * Tests every group of every column and every pair of groups against all other rows.
 *
 * @returns number of slices tested and those that are worse with q ≤ alpha (Benjamini-Hochberg over all tested, two-sided) and a lower bound
 *   above 0, in no particular order.
 */
export function sliceSearch(
  columns: readonly SegmentColumn[],
  sides: readonly GroupSums[],
  contrastOf: ContrastOf,
  options: SearchOptions,
): { readonly tested: number; readonly worse: readonly Candidate[] } {
  const contrasted = (cell: Cell) => ({
    ...cell,
    contrast: contrastOf(
      cell.sums,
      cell.sums.map((sums, side) => minus(sides[side]!.all, sums)),
    ),
  });
  const { alpha } = options;
  const byRows = Array.from(cells(columns, sides, options), contrasted);
  const found = benjaminiHochberg(byRows.map(({ contrast }) => contrast.p)).map((q) => q !== null && q <= alpha);
  // Days can only weaken evidence: what rows alone do not show need not be counted by day.
  const counted = countedByBlock(columns, sides, byRows, found);
  const tested = byRows.map((cell, i) => (counted[i] === undefined ? cell : contrasted(counted[i])));
  const q = benjaminiHochberg(tested.map(({ contrast }) => contrast.p));
  const z = -normalQuantile(alpha / 2);
  const rows = sides[0]!.all.n;
  const worse: Candidate[] = [];
  tested.forEach((cell, i) => {
    const { estimate, se } = cell.contrast;
    const lowerBound = estimate - z * se;
    if (!(estimate > 0) || q[i] === null || q[i]! > alpha || !(lowerBound > 0)) return;
    const share = cell.sums[0]!.n / rows;
    worse.push({ ...cell, q: q[i]!, lowerBound, impact: share * estimate, excess: share * (1 - share) * estimate });
  });
  return { tested: tested.length, worse };
}
