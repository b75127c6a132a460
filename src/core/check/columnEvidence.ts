import { type BinKind, type BlockTable, blockRows, sumBlocks } from '../stats/blocks/blockTable.ts';
import { type BlockOrder, ReferenceRuns } from './referenceRuns.ts';
import { type OwnCorrelation, ownCorrelation } from './sharedCorrelation.ts';
import type { NotTestedReason } from './verdict.ts';
import { type ReferenceEvidence, type RowTest, type WindowEvidence, windowEvidence } from './windowEvidence.ts';

/** One side of a column, counted. */
export interface CountedSide {
  /** Counts of all rows over all bins; and folded, as the tables of blocks are. */
  readonly counts: Float64Array;
  readonly folded: Float64Array;
  /** Blocks of the whole; null where there are none. */
  readonly blocks: BlockTable | null;
}

/** A window of current. */
export interface CountedWindow {
  readonly counts: Float64Array;
  readonly folded: Float64Array;
  /** Rows of the blocks that lie in it, in time order. */
  readonly blocks: ArrayLike<number>;
  readonly row: RowTest | null;
  /** Why it cannot be tested though it has the rows. */
  readonly reason: NotTestedReason | null;
}

export interface CountedColumn {
  readonly kind: BinKind;
  readonly reference: CountedSide;
  readonly current: CountedSide & { readonly row: RowTest | null; readonly reason: NotTestedReason | null };
  readonly chunks: readonly CountedWindow[];
}

/** How the blocks of a run are to be used. */
export interface BlockUse extends BlockOrder {
  /** `blocks`: rows of a block may belong together. `rows`: they are independent. `unknown`: too few blocks to know; the whole is tested by rows, windows are not. */
  readonly by: 'blocks' | 'rows' | 'unknown';
  /** Single blocks are judged as well: they are shorter than the windows. */
  readonly single: boolean;
  readonly minRows: number;
}

/** A block of current that is far from the reference: its place among the occupied blocks of the table. */
export interface FarBlock {
  readonly block: number;
  readonly evidence: WindowEvidence;
}

/** Everything that decides about one table of a column (its values, or what is missing): a few numbers a window. */
export interface ColumnEvidence {
  readonly kind: BinKind;
  readonly whole: WindowEvidence;
  readonly chunks: readonly WindowEvidence[];
  readonly correlation: OwnCorrelation;
  /** Occupied blocks of current, and those of them that moved by half of their rows or more. */
  readonly currentBlocks: number;
  readonly far: readonly FarBlock[];
  /** Shares of the reference over the features of the whole: as folded. */
  readonly shares: readonly number[];
}

/** Fewer blocks say nothing of how blocks differ. */
export const fewestBlocks = 4;
/** A single block is looked at when its distance reaches this: half of its rows. */
export const brokenEffect = 0.5;
/** And this many times that of the furthest block of the reference. */
const beyondOwn = 1.25;
/** Blocks looked at, at most, the furthest first. */
const mostFar = 20;
/** One group must not hold more of a side: neither this share nor, of few groups, twice what it would hold if all were alike. */
const mostOfGroup = 0.25;

/** Puts the evidence of a column together: whole, chunks and single blocks. O(blocks · bins²) at most; keeps none of the tables. */
export function columnEvidence(column: CountedColumn, use: BlockUse): ColumnEvidence {
  const { kind, reference, current } = column;
  const runs =
    use.by === 'blocks' ? new ReferenceRuns(reference.blocks ?? { bins: reference.folded.length, counts: new Float64Array(0) }, use) : null;
  const base: ReferenceEvidence = { kind, counts: reference.counts, folded: reference.folded, runs, minRows: use.minRows };
  const inside = current.blocks === null ? new Float64Array(0) : blockRows(current.blocks);
  const usual = runs === null || runs.blocks === 0 ? 1 : total(runs.rows) / runs.blocks;
  const blocked = runs === null ? null : unfit(runs, inside, use);
  const window = (
    counts: Float64Array,
    folded: Float64Array,
    blocks: ArrayLike<number>,
    row: RowTest | null,
    own: NotTestedReason | null,
  ) => windowEvidence(base, { counts, folded, blocks: withOutside(blocks, total(folded), usual) }, row, own ?? blocked);
  const chunkReason = use.by === 'unknown' ? 'too_few_blocks' : null;
  return {
    kind,
    whole: emptied(window(current.counts, current.folded, inside, current.row, current.reason)),
    chunks: column.chunks.map(({ counts, folded, blocks, row, reason }) => window(counts, folded, blocks, row, reason ?? chunkReason)),
    correlation: runs === null || blocked !== null ? { plain: null, season: null } : ownCorrelation(kind, runs, reference.folded),
    currentBlocks: inside.filter((rows) => rows > 0).length,
    far:
      runs === null || blocked !== null || !use.single || current.blocks === null
        ? []
        : farBlocks(base, reference.blocks, current.blocks, inside),
    shares: Array.from(reference.folded, (count) => count / Math.max(1, total(reference.folded))),
  };
}

/** A side without any value is more than one of too few rows. */
function emptied(whole: WindowEvidence): WindowEvidence {
  return whole.reason === 'too_few_rows' && Math.min(whole.rows, whole.referenceRows) === 0 ? { ...whole, reason: 'all_null' } : whole;
}

/** Why a column cannot be judged by its blocks; null when it can. */
function unfit(runs: ReferenceRuns, current: Float64Array, { ordered }: BlockOrder): NotTestedReason | null {
  if (runs.blocks < fewestBlocks) return 'too_few_blocks';
  if (ordered) return null;
  return dominated(runs.rows) || dominated(current.filter((rows) => rows > 0)) ? 'one_group_dominates' : null;
}

function dominated(rows: Float64Array): boolean {
  if (rows.length === 0) return false;
  return Math.max(...rows) / total(rows) > Math.max(mostOfGroup, 2 / rows.length);
}

/** Rows that stand in no block (no time, no group) count as blocks of the usual size, before all others: nothing says which of them belong together. */
function withOutside(blocks: ArrayLike<number>, rows: number, usual: number): Float64Array {
  const inside = Float64Array.from(blocks).filter((count) => count > 0);
  const outside = rows - total(inside);
  if (outside < 1) return inside;
  const count = Math.max(1, Math.round(outside / usual));
  const all = new Float64Array(count + inside.length).fill(outside / count);
  all.set(inside, count);
  return all;
}

/**
 * Blocks that could be broken: half of their rows moved, and clearly more than in any block of the reference. Days of real data have heavier tails than any
 * F expects (a party of 300 guests): what the reference itself has done is no break.
 */
function farBlocks(reference: ReferenceEvidence, own: BlockTable | null, table: BlockTable, rows: Float64Array): FarBlock[] {
  const usual = own === null ? 0 : furthest(own, reference);
  const folded = { ...reference, counts: reference.folded };
  return Array.from(rows, (_, block) => block)
    .filter((block) => rows[block]! >= reference.minRows)
    .map((block) => ({ block, counts: sumBlocks(table, block, block + 1) }))
    .map((one) => ({ ...one, distance: distance(reference.folded, one.counts) }))
    .filter((one) => one.distance >= Math.max(brokenEffect, beyondOwn * usual))
    .sort((a, b) => b.distance - a.distance || a.block - b.block)
    .slice(0, mostFar)
    .map(({ block, counts }) => ({ block, evidence: windowEvidence(folded, { counts, folded: counts, blocks: [rows[block]!] }, null) }));
}

/** How far the furthest single block of the reference lies from the whole of it. */
function furthest(own: BlockTable, { folded, minRows }: ReferenceEvidence): number {
  const rows = blockRows(own);
  let most = 0;
  for (let block = 0; block < rows.length; block++)
    if (rows[block]! >= minRows) most = Math.max(most, distance(folded, sumBlocks(own, block, block + 1)));
  return most;
}

/** Total variation distance of two counts. */
function distance(a: Float64Array, b: Float64Array): number {
  const n = total(a);
  const m = total(b);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! / n - b[i]! / m);
  return sum / 2;
}

function total(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i]!;
  return sum;
}
