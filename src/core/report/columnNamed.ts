import type { ColumnReport } from '../sections/drift/result.ts';
import type { Report } from './report.ts';
import { columnsOf } from './sectionOf.ts';

const known = new WeakMap<readonly ColumnReport[], ReadonlyMap<string, ColumnReport>>();

/** The column of a report by its name. Constant time after the first: wide reports have as many findings and notes as columns. */
export function columnNamed(report: Pick<Report, 'sections'>, name: string): ColumnReport | undefined {
  const columns = columnsOf(report);
  let names = known.get(columns);
  if (names === undefined) {
    // Of two of the same name the first counts.
    names = new Map([...columns].reverse().map((column) => [column.name, column]));
    known.set(columns, names);
  }
  return names.get(name);
}
