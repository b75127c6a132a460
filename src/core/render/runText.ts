import type { CheckSeverity } from '../check/check.ts';
import type { RunCell } from '../driftbook/driftbookRun.ts';
import { cellName, cellReasonText, outcomeTexts } from '../words/asked/cellText.ts';
import { resultText } from '../words/asked/resultText.ts';
import { dataText } from '../words/dataText.ts';
import { sayPlain } from '../words/sayPlain.ts';
import type { Translate } from '../words/translate.ts';
import { padRight } from './cutToWidth.ts';
import { displayWidth } from './displayWidth.ts';
import { chunkNames, type RunOutput } from './runOutput.ts';
import { style } from './style.ts';

/** A run for the terminal: a line for each cell, below it what is broken or cannot be told. */
export function renderRunText({ run, path }: RunOutput, t: Translate, locale: string, color: boolean): string {
  const { cells, driftbook } = run;
  const texts = outcomeTexts(t);
  const shown = cells.filter(({ reason }) => reason !== 'prose');
  const width = Math.max(0, ...shown.map((cell) => displayWidth(cellName(cell))));
  const words = Math.max(...Object.values(texts).map(({ word }) => displayWidth(word)));
  const lines = shown.flatMap((cell) => {
    const { glyph, word } = texts[cell.outcome];
    const told = cellReasonText(cell, t) || countText(cell, t);
    const tone = cell.outcome === 'fail' || cell.outcome === 'error' ? 'strong' : 'quiet';
    return [
      `${style(`${glyph} ${padRight(word, words)}`, tone, color)}  ${padRight(cellName(cell), width)}  ${told}`,
      ...brokenLines(run, cell, t, locale),
    ];
  });
  const title = driftbook.title === null ? '' : ` · ${dataText(driftbook.title, 200)}`;
  return `${[`${dataText(path, 1000)}${title}`, ...lines].map((line) => line.trimEnd()).join('\n')}\n`;
}

/** How many checks of a cell are broken, and how many cannot be told. */
export function countText({ checks }: RunCell, t: Translate): string {
  const of = (outcome: string): number => checks.filter(({ verdict }) => verdict.outcome === outcome).length;
  const [broken, open] = [of('fail'), of('cannot_tell')];
  const said = checks.length === 1 ? t('1 check') : sayPlain(t, '{0} checks', String(checks.length));
  return [
    said,
    ...(broken > 0 ? [sayPlain(t, '{0} broken', String(broken))] : []),
    ...(open > 0 ? [sayPlain(t, '{0} cannot be told', String(open))] : []),
  ].join(', ');
}

/** Of checks that were written, all that did not pass; of those that a section has by itself, what failed. */
function brokenLines(run: RunOutput['run'], cell: RunCell, t: Translate, locale: string): string[] {
  const texts = outcomeTexts(t);
  const chunks = chunkNames(run, cell.report);
  return cell.checks
    .filter(({ verdict, asked }) => verdict.outcome === 'fail' || (asked !== null && verdict.outcome !== 'pass'))
    .map((result) => {
      const { name, expected, actual, why } = resultText(result, chunks, t, locale);
      const held = expected === '' ? actual : `${actual} (${expected})`;
      const severity = result.verdict.outcome === 'fail' ? severityWord(result.check.severity, t) : '';
      return `    ${texts[result.verdict.outcome].glyph} ${name}: ${[held, severity, why].filter((word) => word !== '').join(' · ')}`;
    });
}

/** How bad a breach is, in a word. */
export function severityWord(severity: CheckSeverity, t: Translate): string {
  const words: Readonly<Record<CheckSeverity, string>> = { info: t('information'), warning: t('warning'), critical: t('critical') };
  return words[severity];
}
