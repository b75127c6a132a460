import type { ColumnReport, Report } from './report.ts';

const known = new WeakMap<Report['columns'], ReadonlyMap<string, ColumnReport>>();

/** The column of a report by its name. Constant time after the first: wide reports have as many findings and notes as columns. */
export function columnNamed({ columns }: Pick<Report, 'columns'>, name: string): ColumnReport | undefined {
  let names = known.get(columns);
  if (names === undefined) {
    // Of two of the same name the first counts.
    names = new Map([...columns].reverse().map((column) => [column.name, column]));
    known.set(columns, names);
  }
  return names.get(name);
}
