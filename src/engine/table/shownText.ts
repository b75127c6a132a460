import { asText, type ColumnSql } from './columnSql.ts';

/** A cell of a page of rows is cut to this many characters. */
const mostCharacters = 200;

/** SQL of a value as a person sees it in a page of rows: nested values and bytes as text, NaN by its name; null where there is none. */
export function shownText(column: ColumnSql): string {
  return `left(${whole(column)}, ${mostCharacters})`;
}

function whole(column: ColumnSql): string {
  const { kind, value, floating } = column;
  if (kind === 'number' && floating) return `CASE WHEN isnan(${value}) THEN 'NaN' ELSE ${asText(column, value)} END`;
  return `CAST(${value} AS VARCHAR)`;
}
