import type { Report } from '../report/report.ts';
import { columnsOf, driftOf } from '../report/sectionOf.ts';
import type { ColumnReport } from '../sections/drift/result.ts';
import type { ColumnMark } from './verdict.ts';

/** `below`: moved for certain, but under the limit; `clear`: no move seen, and one beyond the limit would have been. */
export type ColumnStatus = Exclude<ColumnMark, 'ok'> | 'below' | 'clear';

/** Where a column stands: its verdict, and of what is fine, why. */
export function columnStatus({ verdict, certain }: ColumnReport): ColumnStatus {
  if (verdict !== 'ok') return verdict;
  return certain ? 'below' : 'clear';
}

/** The columns of a report by where they stand, each list worst first. Those still to be tested stand nowhere. */
export type ColumnTally = Readonly<Record<ColumnStatus, readonly ColumnReport[]>> & {
  /** Columns of which something was asked: all but `not_tested`. */
  readonly judged: number;
};

/** Sorts the columns of a report by where they stand. */
export function tallyColumns(report: Report): ColumnTally {
  const rank = new Map(driftOf(report).summary.suspects.map((suspect) => [suspect.column, suspect.rank]));
  const weight = (column: ColumnReport): number => rank.get(column.name) ?? (column.effect ?? 0) / (column.limit || 1);
  const lists: Record<ColumnStatus, ColumnReport[]> = { alert: [], watch: [], below: [], clear: [], cannot_tell: [], not_tested: [] };
  const done = columnsOf(report).filter((column) => column.reason !== 'pending');
  for (const column of done) lists[columnStatus(column)].push(column);
  for (const list of [lists.alert, lists.watch, lists.below]) list.sort((a, b) => weight(b) - weight(a));
  return { ...lists, judged: done.length - lists.not_tested.length };
}
