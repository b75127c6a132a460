import type { Report } from '../../src/core/report/report.ts';
import { resultOf } from '../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { type ChunkRange, type Judgement, judge } from '../heatmap/chunkRange.ts';

/** Ways to order columns; `arrival` is that of a run under way, where the columns of the report stand as they came. */
export const columnOrders = ['worst', 'importance', 'since', 'name', 'file', 'arrival'] as const;
export type ColumnOrder = (typeof columnOrders)[number];

const byVerdict = { alert: 0, watch: 1, cannot_tell: 2, ok: 3, not_tested: 4 } as const;
const byName = new Intl.Collator(undefined, { numeric: true });

/** Columns of a report with what they are ordered by, worked out once for all comparisons. */
interface Entry extends Judgement {
  readonly column: ColumnReport;
  /** Place among the suspects of the summary; beyond the last for the others. */
  readonly suspect: number;
  readonly importance: number;
}

/**
 * Columns in the wished order, judged within a range of chunks or (null) over the whole period; ties stay as they are in the file.
 * `importance` is the move over its limit times the column's weight in the spec, whatever the verdict. O(n · chunks + n log n).
 */
export function orderColumns(
  columns: readonly ColumnReport[],
  order: string,
  report: Report,
  range: ChunkRange | null = null,
): ColumnReport[] {
  if (order === 'file' || order === 'arrival') return [...columns];
  const suspects = new Map(
    (resultOf(report, 'drift')?.summary.suspects ?? []).map((suspect, index) => [suspect.column, { index, rank: suspect.rank }]),
  );
  const weights = report.spec.columns?.weights ?? {};
  const weight = (name: string): number => (Object.hasOwn(weights, name) ? (weights[name] ?? 1) : 1);
  const entries = columns.map((column): Entry => {
    const judged = judge(column, range);
    const suspect = range === null ? suspects.get(column.name) : undefined;
    const importance = suspect?.rank ?? Math.max(0, judged.strength) * weight(column.name);
    return { ...judged, column, suspect: suspect?.index ?? suspects.size, importance };
  });
  const worst = (a: Entry, b: Entry): number =>
    byVerdict[a.verdict] - byVerdict[b.verdict] || a.suspect - b.suspect || b.strength - a.strength;
  const since = (entry: Entry): number => entry.since ?? Number.MAX_SAFE_INTEGER;
  const compare: Record<string, (a: Entry, b: Entry) => number> = {
    worst,
    importance: (a, b) => b.importance - a.importance || worst(a, b),
    since: (a, b) => since(a) - since(b) || worst(a, b),
    name: (a, b) => byName.compare(a.column.name, b.column.name),
  };
  return entries.sort(compare[order] ?? worst).map((entry) => entry.column);
}

/** Whether the spec gives any weight to columns: else importance is only how far they moved. */
export function hasWeights(report: Report): boolean {
  return Object.keys(report.spec.columns?.weights ?? {}).length > 0;
}
