import type { AskedResult } from '../check/askedResult.ts';
import { isBreach } from '../check/breaches.ts';
import type { RunCell } from '../driftbook/driftbookRun.ts';
import { cellName, cellReasonText, outcomeTexts } from '../words/asked/cellText.ts';
import { resultText } from '../words/asked/resultText.ts';
import type { Translate } from '../words/translate.ts';
import { chunkNames, type RunOutput } from './runOutput.ts';

/** A case of a suite; `body`: what became of it where it did not pass, as elements. */
interface Case {
  readonly name: string;
  readonly group: string;
  readonly body: string;
  readonly kind: 'pass' | 'failure' | 'error' | 'skipped';
}

/**
 * Runs as JUnit XML, a suite each, a case for each check: what fails is a failure, what cannot be told, does not apply or is muted is skipped and says why, a
 * cell that could not be run is an error.
 *
 * Source: the schema of pytest, `junit-10.xsd`.
 */
export function renderJunit(outputs: readonly RunOutput[], t: Translate, locale: string): string {
  const suites = outputs.map((output) => {
    const cases = output.run.cells.flatMap((cell) => casesOf(output, cell, t, locale));
    const of = (kind: Case['kind']): number => cases.filter((one) => one.kind === kind).length;
    const { startedAt, finishedAt } = output.run;
    const seconds = ((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000).toFixed(3);
    const counts = `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
    const lines = cases.map(
      ({ name, group, body }) =>
        `    <testcase classname="${xmlText(group)}" name="${xmlText(name)}" time="0"${body === '' ? '/>' : `>${body}</testcase>`}`,
    );
    return [
      `  <testsuite name="${xmlText(output.path)}" ${counts} time="${seconds}" timestamp="${xmlText(startedAt.slice(0, 19))}">`,
      ...lines,
      '  </testsuite>',
    ].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`;
}

function casesOf({ run, path, lineOf }: RunOutput, cell: RunCell, t: Translate, locale: string): Case[] {
  const why = cellReasonText(cell, t);
  const group = `${path}.${cellName(cell)}`;
  if (cell.outcome === 'error') return [{ name: cellName(cell), group, kind: 'error', body: element('error', why) }];
  if (why !== '') return [{ name: cellName(cell), group, kind: 'skipped', body: element('skipped', why) }];
  const chunks = chunkNames(run, cell.report);
  return cell.checks.map((result) => caseOf(result, { group, chunks, at: `${path}:${lineOf(cell.index, result.asked)}` }, t, locale));
}

function caseOf(
  result: AskedResult,
  { group, chunks, at }: { readonly group: string; readonly chunks: readonly string[]; readonly at: string },
  t: Translate,
  locale: string,
): Case {
  const { name, expected, actual, why } = resultText(result, chunks, t, locale);
  const { outcome } = result.verdict;
  const message = [`${actual}${expected === '' ? '' : ` (${expected})`}`, why].filter((word) => word !== '').join('; ');
  const known = { name, group };
  if (outcome === 'pass') return { ...known, kind: 'pass', body: '' };
  if (isBreach(result)) return { ...known, kind: 'failure', body: element('failure', message, `${at}: ${result.check.severity}`) };
  return { ...known, kind: 'skipped', body: element('skipped', `${outcomeTexts(t)[outcome].word}: ${message}`) };
}

function element(name: string, message: string, body = ''): string {
  return `<${name} message="${xmlText(message)}"${body === '' ? '/>' : `>${xmlText(body)}</${name}>`}`;
}

/** A text in XML 1.0: marks are escaped, and what XML cannot hold at all is left out. */
function xmlText(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
    '\n': '&#10;',
    '\t': '&#9;',
  };
  return text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"'\n\t]/g, (mark) => marks[mark]!);
}
