/**
 * SQL that groups the rows of `from` by each of several values on its own (together with the `keys`, named SQL), in one pass: rows `i` (which
 * value), `v` (the value), the keys, and `n` (rows).
 */
export function groupedByEach(
  values: readonly string[],
  keys: readonly { readonly name: string; readonly sql: string }[],
  from: string,
): string {
  const names = values.map((_, i) => `v${i}`);
  const place = names.map((name, i) => `WHEN grouping(${name}) = 0 THEN ${i}`).join(' ');
  const sets = names.map((name) => `(${[name, ...keys.map((key) => key.name)].join(', ')})`);
  const picked = [...values.map((sql, i) => `${sql} AS v${i}`), ...keys.map(({ name, sql }) => `${sql} AS ${name}`)];
  const shown = [`CAST(CASE ${place} END AS INTEGER) AS i`, `coalesce(NULL, ${names.join(', ')}) AS v`, ...keys.map(({ name }) => name)];
  return `SELECT ${shown.join(', ')}, CAST(count(*) AS DOUBLE) AS n FROM (SELECT ${picked.join(', ')} FROM ${from}) GROUP BY GROUPING SETS (${sets.join(', ')})`;
}
