import type { Report } from '../../src/core/report/report.ts';
import { columnsOf, driftOf } from '../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { agrees, type Printed, printedNumbers } from './printed.ts';
import { columnNamed, type ShownColumn } from './shown.ts';
import { verdictOf } from './verdicts.ts';

/** What a row of the table of columns says against the report's own numbers. */
export function columnContradictions(shown: readonly ShownColumn[], report: Report): string[] {
  const found: string[] = [];
  const tested = columnsOf(report).filter((column) => column.verdict !== 'not_tested');
  const named = new Set(shown.map((row) => columnNamed(report, row.name)));
  for (const column of tested) if (!named.has(column)) found.push(`${column.name}: ${column.verdict} in JSON, but not in the table`);
  for (const row of shown) {
    const column = columnNamed(report, row.name);
    if (column === undefined) {
      found.push(`${row.name}: in the table, but not in JSON`);
      continue;
    }
    const say = (text: string): void => void found.push(`${row.name}: ${text}`);
    const verdict = verdictOf(row.status);
    if (verdict !== column.verdict) say(`“${row.status}” in the table, ${column.verdict} in JSON`);
    movedCell(row, column, say);
    qCell(row, column, report, say);
    missingCell(row, column, say);
    typicalCell(row, column, say);
  }
  return found;
}

type Say = (text: string) => void;

function movedCell(row: ShownColumn, column: ColumnReport, say: Say): void {
  const printed = printedNumbers(row.moved).filter(({ text }) => text.includes('%'));
  // A move that is within the noise is not written as a share: 0 % would say that nothing moved.
  if (column.cause === null && column.whole.within !== null && !column.certain) {
    if (printed.length > 0 || row.moved === '–')
      say(`rows moved “${row.moved}” for what is within the noise (distance ${column.whole.tvd})`);
    return;
  }
  if (column.effect === null || printed.length === 0) {
    if (column.effect !== null || printed.length > 0) say(`rows moved “${row.moved}”, ${column.effect} in JSON`);
    return;
  }
  const { effect } = column;
  const wrong = printed.filter((number) => !agrees(number, effect));
  for (const number of wrong) say(`rows moved “${number.text}” is no effect of JSON (${column.effect})`);
  if (verdictOf(row.status) !== 'alert') return;
  if (printed.every(({ high }) => high < column.limit)) say(`“${row.status}” beside ${row.moved} of rows, under its limit ${column.limit}`);
}

function qCell(row: ShownColumn, column: ColumnReport, report: Report, say: Say): void {
  const [printed] = printedNumbers(row.q);
  if (printed === undefined) {
    // A p of 1 is printed as a dash.
    if (column.q !== null && column.p !== 1) say(`q “${row.q}”, ${column.q} in JSON`);
    return;
  }
  if (column.q === null || !agrees(printed, column.q)) say(`q “${row.q}” is no q of JSON (${column.q})`);
  if (verdictOf(row.status) === 'alert' && printed.low > driftOf(report).rule.q)
    say(`“${row.status}” beside q ${row.q}, over ${driftOf(report).rule.q}`);
}

/** "2 % → 14 %", or one number for both. */
function sides(text: string): readonly [Printed, Printed] | null {
  const numbers = printedNumbers(text);
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === undefined || last === undefined || numbers.length > 2 ? null : [first, last];
}

function missingCell(row: ShownColumn, column: ColumnReport, say: Say): void {
  const printed = sides(row.missing);
  const { reference, current } = column.missing;
  if (printed === null) {
    say(`missing “${row.missing}” cannot be read`);
    return;
  }
  if (reference.rows > 0 && !agrees(printed[0], reference.share)) say(`missing “${row.missing}”, ${reference.share} in reference`);
  if (current.rows > 0 && !agrees(printed[1], current.share)) say(`missing “${row.missing}”, ${current.share} in current`);
}

function typicalCell(row: ShownColumn, column: ColumnReport, say: Say): void {
  const { categories, numeric, n, like } = column;
  const [from, to] = like?.medians ?? [numeric?.reference.quantiles[4], numeric?.current.quantiles[4]];
  const colon = row.typical.lastIndexOf(': ');
  if (colon >= 0 && categories !== null) {
    const printed = sides(row.typical.slice(colon + 1));
    const shares = categories.values.map(
      (entry) => [entry.reference / Math.max(1, n.reference), entry.current / Math.max(1, n.current)] as const,
    );
    if (like?.movement.category != null) shares.push([like.movement.from ?? 0, like.movement.to ?? 0]);
    if (printed === null || !shares.some(([a, b]) => agrees(printed[0], a) && agrees(printed[1], b)))
      say(`typical value “${row.typical}” is no category of JSON`);
    return;
  }
  if (from === undefined || to === undefined) return;
  const printed = sides(row.typical);
  // Times of day and other ordered quantities are not written as numbers.
  if (printed === null || /\d:\d\d/.test(row.typical)) return;
  if (!agrees(printed[0], from) || !agrees(printed[1], to)) say(`medians “${row.typical}”, ${from} → ${to} in JSON`);
}
