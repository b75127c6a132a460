import type { ColumnMark } from '../check/verdict.ts';
import type { ColumnReport } from '../sections/drift/result.ts';
import type { Report } from './report.ts';
import { columnsOf, resultOf } from './sectionOf.ts';

const order: Readonly<Record<ColumnMark, number>> = { alert: 0, watch: 1, cannot_tell: 2, ok: 3, not_tested: 4 };

/** Columns worst first: by verdict, then the most suspect, then the largest share of its limit; none where nothing was compared. */
export function columnOrder(report: Report): ColumnReport[] {
  const columns = columnsOf(report);
  const rank = new Map((resultOf(report, 'drift')?.summary.suspects ?? []).map((suspect) => [suspect.column, suspect.rank]));
  const weight = (column: ColumnReport): number => rank.get(column.name) ?? (column.effect ?? 0) / (column.limit || 1);
  return [...columns].sort((a, b) => order[a.verdict] - order[b.verdict] || weight(b) - weight(a));
}
