import type { ColumnReport, Report } from '../../src/core/report/report.ts';

/** Ways to order columns; `arrival` is that of a run under way, where the columns of the report stand as they came. */
export const columnOrders = ['worst', 'since', 'name', 'file', 'arrival'] as const;
export type ColumnOrder = (typeof columnOrders)[number];

const byVerdict = { alert: 0, watch: 1, ok: 2, not_tested: 3 } as const;

/** Columns in the wished order; ties stay as they are in the file. */
export function orderColumns(columns: readonly ColumnReport[], order: string, report: Report): ColumnReport[] {
  const rank = new Map(report.summary.suspects.map((suspect, index) => [suspect.column, index]));
  const last = report.summary.suspects.length;
  const worst = (a: ColumnReport, b: ColumnReport): number =>
    byVerdict[a.worst] - byVerdict[b.worst] ||
    (rank.get(a.name) ?? last) - (rank.get(b.name) ?? last) ||
    (b.effect ?? -1) / b.limit - (a.effect ?? -1) / a.limit;
  const since = (column: ColumnReport): number => column.since ?? Number.MAX_SAFE_INTEGER;
  const compare: Record<string, (a: ColumnReport, b: ColumnReport) => number> = {
    worst,
    since: (a, b) => since(a) - since(b) || worst(a, b),
    name: (a, b) => a.name.localeCompare(b.name),
  };
  return order === 'file' || order === 'arrival' ? [...columns] : [...columns].sort(compare[order] ?? worst);
}
