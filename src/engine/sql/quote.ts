/** A column or table name as SQL: double quotes, inner ones doubled. The only way a name gets into a statement. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as an SQL literal: single quotes, inner ones doubled (DuckDB knows no backslash escapes there). */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `['a', 'b']` as SQL. */
export function quoteTexts(texts: readonly string[]): string {
  return `[${texts.map(quoteText).join(', ')}]`;
}

/** A literal path as DuckDB's readers want it: glob characters stand in brackets, else `a[1].csv` would read `a1.csv`. Not yet quoted. */
export function escapeGlob(path: string): string {
  return path.replace(/[[*?]/g, '[$&]');
}

/** A literal path as the argument of a reader function. The only way a path gets into a statement. */
export function quotePath(path: string): string {
  return quoteText(escapeGlob(path));
}

/** Literal paths as the list argument of a reader function. */
export function quotePaths(paths: readonly string[]): string {
  return `[${paths.map(quotePath).join(', ')}]`;
}
