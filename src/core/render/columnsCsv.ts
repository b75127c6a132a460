import { csvText } from '../format/csvField.ts';
import { driftMeasures } from '../measures/drift/registry.ts';
import { driftFigure } from '../report/driftFigure.ts';
import type { Report } from '../report/report.ts';
import { columnsOf } from '../report/sectionOf.ts';
import { withinUnit } from '../report/withinUnit.ts';
import type { ColumnReport } from '../sections/drift/result.ts';
import type { Translate } from '../words/translate.ts';

type Value = string | number | null;

/** The file it is written to. */
export const columnsCsvFormat = {
  suffix: 'csv',
  saved: true,
  help: (t: Translate) => t('Write the table of columns'),
} as const;

/** Heads and cells of the table: numbers unrounded, texts as codes, for programs. */
const fields: readonly (readonly [string, (column: ColumnReport, report: Report) => Value])[] = [
  ['column', (c) => c.name],
  ['role', (c) => c.role],
  ['kind', (c) => c.kind],
  ['verdict', (c) => c.verdict],
  ['cause', (c) => c.cause],
  ['since', (c, report) => (c.since === null ? null : (report.time?.chunks[c.since]?.name ?? null))],
  ['not_tested_reason', (c) => c.reason],
  ['rows_moved', (c) => c.effect],
  ['rows_moved_in', (c, report) => (c.effectChunk === null ? null : (report.time?.chunks[c.effectChunk]?.name ?? null))],
  ['rows_moved_within', (c, report) => (c.cause === null ? withinUnit(c.whole, report) : null)],
  ['certain', (c) => String(c.certain)],
  ['limit', (c) => c.limit],
  ['severity', (c) => c.severity],
  ['test', (c) => c.whole.test],
  ['statistic', (c) => c.whole.statistic],
  ['p', (c) => c.p],
  ['q', (c) => c.q],
  ['visible', (c) => c.visible],
  ['rows_needed', (c) => c.rowsNeeded?.current ?? null],
  ['rows_needed_reference', (c) => c.rowsNeeded?.reference ?? null],
  ['movement', (c) => c.movement.kind],
  ['movement_category', (c) => c.movement.category],
  ['movement_from', (c) => c.movement.from],
  ['movement_to', (c) => c.movement.to],
  ['like_rows_moved', (c) => c.like?.effect ?? null],
  ['like_movement', (c) => c.like?.movement.kind ?? null],
  ['like_movement_category', (c) => c.like?.movement.category ?? null],
  ['like_movement_from', (c) => c.like?.movement.from ?? null],
  ['like_movement_to', (c) => c.like?.movement.to ?? null],
  ['unmatched', (c) => String(c.unmatched)],
  ['n_reference', (c) => c.n.reference],
  ['n_current', (c) => c.n.current],
  ['missing_reference', (c) => c.missing.reference.share],
  ['missing_current', (c) => c.missing.current.share],
  ['missing_q', (c) => c.missing.q],
  ['rows_moved_whole', (c) => c.whole.effect],
  ['p_whole', (c) => c.whole.p],
  ['tvd', (c) => c.whole.tvd],
];

/** The distances beside the verdict. Made when asked for: of a list made at once nothing is left out of a bundle that writes no files. */
function distances(): typeof fields {
  return driftMeasures
    .filter(({ csv }) => csv !== undefined)
    .map(({ id, key, csv }) => [id, (c: ColumnReport) => driftFigure(c.measures, key, csv ?? null)] as const);
}

/** The columns of a report as CSV (RFC 4180), in file order; texts that a spreadsheet would take for formulas are defused. */
export function renderColumnsCsv(report: Report): string {
  const all = [...fields, ...distances()];
  const rows = columnsOf(report).map((column) => all.map(([, value]) => cell(value(column, report))).join(','));
  return [all.map(([head]) => head).join(','), ...rows].map((line) => `${line}\r\n`).join('');
}

function cell(value: Value): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : csvText(value);
}
