import { DataError } from '../../core/data/dataError.ts';
import type { RowQuery, RowSelection, RowWindow } from '../../core/data/rowsPage.ts';
import { asNumber, asText, type ColumnSql } from './columnSql.ts';

/** A condition on rows and the texts bound to its `?`, in order. */
export interface RowCondition {
  readonly sql: string;
  readonly texts: readonly string[];
}

/** Whole numbers beyond this are not told apart by doubles. */
const safeWhole = 2 ** 53;

/** Which rows a query asks for. `rowIndex` is SQL of a row's index in file order. What the query says is bound or turned into a number, never pasted. */
export function rowCondition(
  { selection, window }: Pick<RowQuery, 'selection' | 'window'>,
  column: ColumnSql,
  find: (name: string) => ColumnSql,
  rowIndex: string,
): RowCondition {
  const selected = selectionSql(selection, column);
  const part = window === null ? null : windowSql(window, find, rowIndex);
  return { sql: part === null ? selected.sql : `(${selected.sql}) AND ${part}`, texts: selected.texts };
}

function selectionSql(selection: RowSelection, column: ColumnSql): RowCondition {
  switch (selection.kind) {
    case 'missing':
      return { sql: column.floating ? `${column.value} IS NULL OR isnan(${column.value})` : `${column.value} IS NULL`, texts: [] };
    case 'range': {
      const x = asNumber(column.kind, column.value);
      const { from, to } = selection;
      const parts = [
        `isfinite(${x})`,
        ...(from === null ? [] : [`${x} >= ${double(from)}`]),
        ...(to === null ? [] : [`${x} < ${double(to)}`]),
      ];
      return { sql: parts.join(' AND '), texts: [] };
    }
    case 'category': {
      const { value } = selection;
      const same = { sql: `${asText(column, column.value)} = ?`, texts: [value] };
      const number = value.trim() === '' ? Number.NaN : Number(value);
      // Other programs spell numbers in another way (1e-7 for 1e-07): those that doubles tell apart are compared as numbers too.
      if (column.kind !== 'number' || !(Math.abs(number) < safeWhole)) return same;
      return { sql: `${same.sql} OR CAST(${column.value} AS DOUBLE) = ${double(number)}`, texts: same.texts };
    }
  }
}

function windowSql(window: RowWindow, find: (name: string) => ColumnSql, rowIndex: string): string {
  if (window.kind === 'rows') return `${rowIndex} >= ${whole(window.from)} AND ${rowIndex} < ${whole(window.to)}`;
  const column = find(window.column);
  if (column.kind !== 'timestamp') throw new DataError('not_a_timestamp', { column: column.name, found: column.kind });
  const time = asNumber('timestamp', column.value);
  return `${time} >= ${double(window.from)} AND ${time} < ${double(window.to)}`;
}

/** A finite number as SQL, bit for bit. */
function double(x: number): string {
  if (!Number.isFinite(x)) throw new RangeError(`Not a finite number: ${String(x)}`);
  return `CAST('${Number(x)}' AS DOUBLE)`;
}

/** A row index as SQL. */
function whole(x: number): string {
  return String(Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.ceil(Number(x)))) || 0);
}
