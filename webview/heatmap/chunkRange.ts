import type { ColumnMark } from '../../src/core/check/verdict.ts';
import type { ChunkCell, ColumnReport } from '../../src/core/sections/drift/result.ts';

/** First and last chunk of a part of the time axis, both included. */
export type ChunkRange = readonly [number, number];

/** A kept range, where it fits the chunks of the report: they may have been cut anew since. */
export function rangeWithin(range: ChunkRange | null | undefined, chunks: number): ChunkRange | null {
  if (range === null || range === undefined) return null;
  const [first, last] = range;
  return Number.isInteger(first) && Number.isInteger(last) && first >= 0 && first <= last && last < chunks ? range : null;
}

/** The range between two chunks, whichever comes first. */
export function rangeBetween(a: number, b: number): ChunkRange {
  return [Math.min(a, b), Math.max(a, b)];
}

/** Whether a chunk is looked at: without a range all are. */
export function inRange(range: ChunkRange | null, chunk: number | null): boolean {
  return range === null || (chunk !== null && chunk >= range[0] && chunk <= range[1]);
}

/** What rows are ordered and filtered by. */
export interface Judgement {
  readonly verdict: ColumnMark;
  /** Largest effect divided by its limit; −1 when nothing was tested. */
  readonly strength: number;
  /** First chunk of an alert (of the lasting one, over the whole period); null: none. */
  readonly since: number | null;
}

const order: Readonly<Record<ColumnMark, number>> = { alert: 4, watch: 3, cannot_tell: 2, ok: 1, not_tested: 0 };

/** Judges a column: over the whole period as the report does; within a range by the worst of what its chunks carry. O(chunks). */
export function judge(column: ColumnReport, range: ChunkRange | null): Judgement {
  if (range === null) return { verdict: column.verdict, strength: strengthOf(column), since: column.since };
  let worst: ColumnMark = 'not_tested';
  let strength = -1;
  let since: number | null = null;
  for (const cell of column.chunks) {
    if (cell.chunk < range[0] || cell.chunk > range[1]) continue;
    for (const verdict of [cell.verdict, cell.missingVerdict]) if (order[verdict] > order[worst]) worst = verdict;
    if ((cell.verdict === 'alert' || cell.missingVerdict === 'alert') && (since === null || cell.chunk < since)) since = cell.chunk;
    strength = Math.max(strength, strengthOf(cell));
  }
  return { verdict: worst, strength, since };
}

function strengthOf(decision: Pick<ColumnReport, 'effect' | 'limit'>): number {
  return decision.effect === null ? -1 : decision.effect / decision.limit;
}

const placed = new WeakMap<ColumnReport, (ChunkCell | undefined)[]>();

/** Cells of a column by the index of their chunk. */
export function cellsByChunk(column: ColumnReport): readonly (ChunkCell | undefined)[] {
  const known = placed.get(column);
  if (known !== undefined) return known;
  const cells: (ChunkCell | undefined)[] = [];
  for (const cell of column.chunks) cells[cell.chunk] = cell;
  placed.set(column, cells);
  return cells;
}
