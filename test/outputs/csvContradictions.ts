import type { Report } from '../../src/core/report/report.ts';
import { columnsOf } from '../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';

/** Heads of the CSV and what stands in the report for them. */
const fields: Readonly<Record<string, (column: ColumnReport, report: Report) => string | number | null>> = {
  verdict: (c) => c.verdict,
  cause: (c) => c.cause,
  since: (c, report) => (c.since === null ? null : (report.time?.chunks[c.since]?.name ?? null)),
  not_tested_reason: (c) => c.reason,
  rows_moved: (c) => c.effect,
  limit: (c) => c.limit,
  p: (c) => c.p,
  q: (c) => c.q,
  visible: (c) => c.visible,
  rows_needed: (c) => c.rowsNeeded?.current ?? null,
  rows_needed_reference: (c) => c.rowsNeeded?.reference ?? null,
  rows_moved_whole: (c) => c.whole.effect,
  movement: (c) => c.movement.kind,
  n_reference: (c) => c.n.reference,
  n_current: (c) => c.n.current,
  missing_reference: (c) => c.missing.reference.share,
  missing_current: (c) => c.missing.current.share,
  ks: (c) => c.measures?.ks?.d ?? null,
  psi: (c) => c.measures?.psi ?? null,
  wasserstein: (c) => c.measures?.wasserstein?.raw ?? null,
};

/** Where the table for programs differs from the report: its numbers are unrounded, so they are the same. */
export function csvContradictions(rows: readonly Readonly<Record<string, string>>[], report: Report): string[] {
  const found: string[] = [];
  if (rows.length !== columnsOf(report).length) found.push(`CSV has ${rows.length} lines, the report ${columnsOf(report).length} columns`);
  rows.forEach((row, i) => {
    const column = columnsOf(report)[i];
    if (column === undefined) return;
    for (const [head, value] of Object.entries(fields)) {
      const [said, is] = [row[head], value(column, report)];
      if (said !== (is === null ? '' : String(is))) found.push(`${column.name}: ${head} is “${said}” in CSV, ${is} in JSON`);
    }
  });
  return found;
}
