import type { Browser } from 'playwright-core';
import type { Finding } from '../../src/core/check/finding.ts';
import { outcome } from '../../src/core/check/outcome.ts';
import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf, notesOf } from '../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { wrongChanges } from './arithmetic.ts';
import { falseClaims, headlineContradictions } from './claims.ts';
import { columnContradictions } from './columnContradictions.ts';
import { csvContradictions } from './csvContradictions.ts';
import { fromCsv } from './fromCsv.ts';
import { fromMarkdown } from './fromMarkdown.ts';
import { fromPage, type ShownPage } from './fromPage.ts';
import { fromText, type Terminal } from './fromText.ts';
import { junkIn } from './junk.ts';
import { measureContradictions } from './measureContradictions.ts';
import { agrees, printedNumbers } from './printed.ts';
import type { Language, Outputs } from './runPair.ts';
import { columnNamed, type Shown, squeezed } from './shown.ts';
import { verdictOf } from './verdicts.ts';
import { inLanguage, pageLabel } from './words.ts';

/** What the outputs of one run say against each other. Empty: nothing. */
export async function contradictions(outputs: Outputs, browser: Browser): Promise<string[]> {
  const { language, report, csv, markdown, text } = outputs;
  const summary = fromMarkdown(markdown, language);
  const terminal = fromText(text, language);
  const page = await fromPage(browser, outputs.page);
  const prose = [summary.title, ...Object.values(summary.prose).flat()].join('\n');
  const facts = { report, measures: summary.measures, language };
  const of = (output: string, found: readonly string[]): string[] => found.map((one) => `${output}: ${one}`);
  const evaluation = evaluationOf(report);
  return [
    ...of('JSON', textsIn(report).flatMap(junkIn)),
    ...of('CSV', [...junkIn(csv), ...csvContradictions(fromCsv(csv), report)]),
    ...of('text', [...junkIn(text), ...terminalContradictions(terminal, summary)]),
    ...of('Markdown', [...junkIn(markdown), ...falseClaims(prose, facts), ...wrongChanges(prose)]),
    ...of('Markdown', columnContradictions(summary.columns, report)),
    ...of('Markdown', evaluation === null ? [] : measureContradictions(summary.measures, evaluation)),
    ...of('HTML', [...junkIn(page.whole), ...junkIn(page.plain), ...page.trouble, ...pageContradictions(page, summary, report, language)]),
    ...of('exit code', exitContradictions(outputs.code, summary, report)),
  ];
}

/** All texts of plain JSON, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The terminal against the summary: the same sentences, and the same cells where it has room for them. */
function terminalContradictions(terminal: Terminal, summary: Shown): string[] {
  const found: string[] = [];
  const whole = squeezed(terminal.whole);
  if (squeezed(terminal.title) !== squeezed(summary.title)) found.push(`title “${terminal.title}”, “${summary.title}” in Markdown`);
  const sections = Object.entries(summary.prose);
  // The last section is told in part.
  for (const [, paragraphs] of sections.slice(0, -1)) {
    for (const paragraph of paragraphs) {
      const said = squeezed(paragraph.replace(/^([^\s:：]+)[:：]\s/, (head, name) => (whole.includes(squeezed(head)) ? head : name)));
      if (!whole.includes(said) && !whole.includes(said.replace(/[:：]/, ''))) found.push(`lacks “${paragraph}”`);
    }
  }
  if (terminal.columns.length !== summary.columns.length)
    found.push(`${terminal.columns.length} columns, ${summary.columns.length} in Markdown`);
  summary.columns.forEach((row, i) => {
    const [, status = '', ...cells] = terminal.columns[i] ?? [];
    if (!isCut(status, row.status)) found.push(`${row.name}: “${status}”, “${row.status}” in Markdown`);
    const told = [row.moved, row.typical, row.missing, row.q].map(squeezed);
    const wrong = cells.filter((cell) => !told.some((one) => isCut(cell, one)));
    if (wrong.length > 0 || cells.length < 2 || squeezed(cells[0]!) !== told[0] || squeezed(cells.at(-1)!) !== told[3])
      found.push(`${row.name}: “${cells.join(' | ')}”, “${told.join(' | ')}” in Markdown`);
  });
  if (terminal.measures.length !== summary.measures.length)
    found.push(`${terminal.measures.length} measures, ${summary.measures.length} in Markdown`);
  summary.measures.forEach((row, i) => {
    const [, ...cells] = terminal.measures[i] ?? [];
    const told = [row.reference, row.current, row.change, row.status].map((cell) => squeezed(cell ?? ''));
    const wrong = cells.filter((cell) => !told.some((one) => isCut(cell, one)));
    if (wrong.length > 0) found.push(`${row.name}: “${wrong.join(' | ')}”, “${told.join(' | ')}” in Markdown`);
  });
  return found;
}

/** Whether a text is the beginning of another, or all of it, cut in its middle where it stands so. */
function isCut(short: string, whole: string): boolean {
  const [first = '', last = ''] = short.split('…').map(squeezed);
  return squeezed(whole).startsWith(first) && squeezed(whole).endsWith(last);
}

/** The page against the summary and the report: words, looks and what a screen reader says. */
function pageContradictions(page: ShownPage, summary: Shown, report: Report, language: Language): string[] {
  const found: string[] = [];
  const differ = (what: string, one: string, other: string): void => {
    if (squeezed(one) !== squeezed(other)) found.push(`${what} “${one}”, “${other}” in Markdown`);
  };
  differ('title', page.title, summary.title);
  if (!squeezed(page.plain).includes(squeezed(summary.title))) found.push('without scripts the title is another one');
  const shown = squeezed(page.whole);
  for (const key of ['schemaTitle', report.time === null ? 'driftTitleNoTime' : 'driftTitle', 'columnsTitle'] as const) {
    for (const paragraph of summary.prose[pageLabel(key, language)] ?? []) {
      const said = squeezed(paragraph).replace(/^[▲◐–]/u, '');
      if (!shown.includes(said)) found.push(`lacks “${paragraph}”`);
    }
  }
  if (page.columns.length !== summary.columns.length) found.push(`${page.columns.length} columns, ${summary.columns.length} in Markdown`);
  for (const row of summary.columns) {
    const column = columnNamed(report, row.name);
    const cells = page.columns.find((candidate) => candidate.name === column?.name);
    if (column === undefined || cells === undefined) found.push(`${row.name}: not in the table`);
    else {
      for (const key of ['moved', 'typical', 'missing', 'q'] as const) differ(`${row.name}: ${key}`, cells[key], row[key]);
      found.push(...columnLooks(page, column, row.status, language));
    }
  }
  for (const { name, verdict } of columnsOf(report)) {
    if (verdict === 'not_tested' && verdictOf(page.untested.get(name)) !== 'not_tested')
      found.push(`${name}: “${page.untested.get(name)}” among the untested columns, not tested in JSON`);
  }
  if (page.measures.length !== summary.measures.length)
    found.push(`${page.measures.length} measures, ${summary.measures.length} in Markdown`);
  summary.measures.forEach((row, i) => {
    const cells = page.measures[i];
    if (cells === undefined) return;
    for (const key of ['name', 'reference', 'current', 'change'] as const) differ(`${row.name}: ${key}`, cells[key] ?? '', row[key] ?? '');
    if (page.measurePills[i]!.text !== '') differ(`${row.name}: verdict`, page.measurePills[i]!.text, row.status);
  });
  return found;
}

/** Everything that shows the verdict of a column in the page: three pills, their classes, the cells of the heatmap and what is said of it. */
function columnLooks(page: ShownPage, column: ColumnReport, status: string, language: Language): string[] {
  const found: string[] = [];
  const say = (text: string): void => void found.push(`${column.name}: ${text}`);
  const verdict = verdictOf(status);
  const heat = page.heat.get(column.name);
  const details = page.details.get(column.name);
  const pills = {
    'table of columns': page.pills.get(column.name),
    heatmap: heat?.pill,
    details: details && { look: details.look, text: details.status },
  };
  for (const [place, pill] of Object.entries(pills)) {
    if (pill === undefined) continue;
    if (pill.look !== verdict) say(`${place} is coloured as “${pill.look}”, “${status}” in Markdown`);
    if (verdictOf(pill.text) !== verdict) say(`“${pill.text}” in the ${place}, “${status}” in Markdown`);
  }
  if (details !== undefined) {
    if (squeezed(details.status) !== squeezed(status)) say(`“${details.status}” in its details, “${status}” in Markdown`);
    found.push(...headlineContradictions(column, details.headline, language), ...wrongChanges(details.headline));
  }
  const word = inLanguage('alert', language);
  for (const [i, cell] of (heat?.cells ?? []).entries()) {
    const decision = i === 0 ? column.whole : column.chunks.find((chunk) => chunk.chunk === i - 1);
    if (decision === undefined || heat!.cells.length !== 1 + column.chunks.length) continue;
    const alert = decision.verdict === 'alert';
    if (cell.look.split(' ').includes('alert') !== alert) say(`${cell.name}: looks as “${cell.look}”, ${decision.verdict} in JSON`);
    if (new RegExp(`[,，]\\s*${word}$`, 'u').test(cell.name) !== alert) say(`“${cell.name}” is said, ${decision.verdict} in JSON`);
    const [printed] = printedNumbers(
      cell.text === '' || cell.text === '–' || cell.text === '·' ? '' : /%/.test(cell.text) ? cell.text : `${cell.text} %`,
    );
    if (printed === undefined) continue;
    if (decision.effect !== null && !agrees(printed, decision.effect)) say(`${cell.name}: “${cell.text}”, ${decision.effect} in JSON`);
    if (alert && printed.high < column.limit) say(`${cell.name}: an alert of “${cell.text}”, under the limit ${column.limit}`);
  }
  return found;
}

/** The exit code against what is shown: 1 if and only if something alerts. */
function exitContradictions(code: number, summary: Shown, report: Report): string[] {
  const shown = [...summary.columns, ...summary.measures].some(({ status }) => verdictOf(status) === 'alert');
  const critical = report.findings.some((finding) => finding.severity === 'critical');
  const resource = evaluationOf(report)?.resources.some(({ figures }) => figures.some(({ floor }) => floor?.verdict === 'fail')) ?? false;
  const alarm = shown || resource || critical;
  const found = (code === 1) === alarm ? [] : [`${code}, but ${alarm ? 'something' : 'nothing'} alerts`];
  const { verdict, alarms } = outcome(report);
  if ((code === 1) !== (verdict === 'fail')) found.push(`${code}, but the outcome is ${verdict}`);
  return [...found, ...findingContradictions(alarms, report)];
}

/** Findings that are alarms against the verdicts and remarks they are told by. */
function findingContradictions(alarms: readonly Finding[], report: Report): string[] {
  const found: string[] = [];
  const named = (code: string): string[] => alarms.flatMap((one) => (one.code.startsWith(code) ? [one.column] : [])).sort();
  const drifted = columnsOf(report)
    .flatMap(({ name, verdict }) => (verdict === 'alert' ? [name] : []))
    .sort();
  if (named('drift/').join() !== drifted.join()) found.push(`findings on drift of ${named('drift/')}, alerts of ${drifted}`);
  const marked = new Set(notesOf(report).flatMap(({ level, column }) => (level === 'alert' && column !== null ? [column] : [])));
  for (const name of named('quality/')) if (!marked.has(name)) found.push(`${name}: an alarm without a remark`);
  for (const name of marked)
    if (!drifted.includes(name) && !named('quality/').includes(name)) found.push(`${name}: a remark that alerts without an alarm`);
  const failed = evaluationOf(report)?.measures.filter((row) => row.verdict === 'fail').length ?? 0;
  const told = alarms.filter(({ code, values }) => code.startsWith('performance/') && values?.measure !== undefined).length;
  if (told < failed) found.push(`${failed} measures fail, ${told} findings say so`);
  return found;
}
