import { escapeMarkdown } from '../format/escapeMarkdown.ts';
import { cellName, cellReasonText, outcomeTexts } from '../words/asked/cellText.ts';
import { resultText } from '../words/asked/resultText.ts';
import type { Translate } from '../words/translate.ts';
import { chunkNames, type RunOutput } from './runOutput.ts';
import { countText, severityWord } from './runText.ts';

/** A run for a pull request or the summary of a job: a table of its cells, and one of what is broken. */
export function renderRunMarkdown({ run, path }: RunOutput, t: Translate, locale: string): string {
  const texts = outcomeTexts(t);
  const row = (...cells: readonly string[]): string => `| ${cells.map(cellOf).join(' | ')} |`;
  const cells = run.cells.filter(({ reason }) => reason !== 'prose');
  const broken = cells.flatMap((cell) =>
    cell.checks
      .filter(({ verdict, asked }) => verdict.outcome === 'fail' || (asked !== null && verdict.outcome !== 'pass'))
      .map((result) => {
        const { name, expected, actual, why } = resultText(result, chunkNames(run, cell.report), t, locale);
        const { glyph, word } = texts[result.verdict.outcome];
        const severity = result.verdict.outcome === 'fail' ? severityWord(result.check.severity, t) : '';
        return row(`${glyph} ${word}`, cellName(cell), name, actual, expected, severity, why);
      }),
  );
  return `${[
    `## ${escapeMarkdown(run.driftbook.title ?? path)}`,
    '',
    row(t('Result'), t('Cell'), t('Checks')),
    '| --- | --- | --- |',
    ...cells.map((cell) =>
      row(`${texts[cell.outcome].glyph} ${texts[cell.outcome].word}`, cellName(cell), cellReasonText(cell, t) || countText(cell, t)),
    ),
    ...(broken.length === 0
      ? []
      : [
          '',
          row(t('Result'), t('Cell'), t('Check'), t('Value'), t('Allowed'), t('Severity'), t('Why')),
          '| --- | --- | --- | --- | --- | --- | --- |',
          ...broken,
        ]),
  ].join('\n')}\n`;
}

function cellOf(text: string): string {
  return escapeMarkdown(text).replaceAll('\n', ' ');
}
