import type { ColumnReport, Report, Verdict } from '../report/report.ts';

const order: Readonly<Record<Verdict, number>> = { alert: 0, watch: 1, cannot_tell: 2, ok: 3, not_tested: 4 };

/** Columns worst first: by verdict, then the most suspect, then the largest share of its limit. */
export function columnOrder(report: Report): ColumnReport[] {
  const rank = new Map(report.summary.suspects.map((suspect) => [suspect.column, suspect.rank]));
  const weight = (column: ColumnReport): number => rank.get(column.name) ?? (column.effect ?? 0) / (column.limit || 1);
  return [...report.columns].sort((a, b) => order[a.verdict] - order[b.verdict] || weight(b) - weight(a));
}
