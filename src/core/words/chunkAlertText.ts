import { formatNumber } from '../format/number.ts';
import type { ChunkCell, ColumnReport, Report } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { alertText } from './alertText.ts';
import { changeText } from './changeText.ts';
import { chunkName } from './chunkName.ts';
import { rich } from './rich.ts';
import { sentences } from './sentences.ts';
import type { Translate } from './translate.ts';

/** What the worst chunk of a column says: for columns that moved in chunks but not as a whole. */
export function chunkAlertText(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const cell = worstChunk(column);
  if (cell === null || report.time === null) return [];
  const name = { strong: chunkName(report.time, cell.chunk, t, locale) };
  const from = column.numeric?.reference.quantiles[4];
  const to = cell.quartiles?.[1];
  const head =
    from === undefined || to === undefined || formatNumber(from, locale) === formatNumber(to, locale)
      ? rich(t, 'Most in {0}.', name)
      : rich(t, 'Most in {0}: median {1}.', name, changeText(from, to, locale));
  return sentences(locale, [head, alertText(cell, report, t, locale)]);
}

/** The chunk with the worst verdict, and of those the one that moved most. */
export function worstChunk(column: ColumnReport): ChunkCell | null {
  const order = { alert: 0, watch: 1, ok: 2, not_tested: 3 };
  const sorted = [...column.chunks].sort((a, b) => order[a.verdict] - order[b.verdict] || (b.effect ?? 0) - (a.effect ?? 0));
  const first = sorted[0];
  return first === undefined || (first.verdict !== 'alert' && first.verdict !== 'watch') ? null : first;
}
