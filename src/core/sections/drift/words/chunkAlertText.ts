import { formatCount } from '../../../format/count.ts';
import { formatNumber } from '../../../format/number.ts';
import { formatShare } from '../../../format/share.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { driftOf } from '../../../report/sectionOf.ts';
import { inChunk } from '../../../words/inChunk.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import { significance } from '../../../words/significance.ts';
import type { Translate } from '../../../words/translate.ts';
import { valueChange } from '../../../words/valueChange.ts';
import type { ChunkCell, ColumnReport } from '../result.ts';
import { rowsMovedText } from './rowsMovedText.ts';

/** What the furthest of the chunks that carry a verdict says: for columns that moved in chunks but not as a whole. */
export function chunkAlertText(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const cell = worstChunk(column);
  if (cell === null || report.time === null) return [];
  const place = inChunk(report.time, cell.chunk, t, locale);
  const tested = driftOf(report).family.columns;
  const size =
    column.verdict === 'alert' ? alertSize(column, cell, place, t, locale) : watchSize(column, cell, { place, tested }, t, locale);
  return sentences(locale, [size, medianText(column, cell, t, locale)]);
}

/** Of the chunks that carry the verdict on the values of a column the one that moved most; null where none does. */
export function worstChunk(column: ColumnReport): ChunkCell | null {
  const marked = column.chunks.filter(({ verdict }) => verdict === 'alert' || verdict === 'watch');
  return marked.reduce<ChunkCell | null>((most, cell) => (most === null || (cell.effect ?? 0) > (most.effect ?? 0) ? cell : most), null);
}

function alertSize(column: ColumnReport, cell: ChunkCell, place: string, t: Translate, locale: string): RichText {
  return rich(
    t,
    'Most of all {0}: {1} (limit {2}, {3}; of the column {4}).',
    { strong: place },
    rowsMovedText(cell.effect ?? 0, t, locale),
    formatShare(cell.limit, locale),
    significance('p', cell.p ?? 1, locale),
    significance('q', column.q ?? 1, locale),
  );
}

/** A chunk that may have moved: among so many columns it can be chance. */
function watchSize(
  column: ColumnReport,
  cell: ChunkCell,
  { place, tested }: { readonly place: string; readonly tested: number },
  t: Translate,
  locale: string,
): RichText {
  return rich(
    t,
    'Most of all {0}: {1} (limit {2}), {3} by itself, but {4} for the column among the {5} columns tested, so it can be chance.',
    { strong: place },
    rowsMovedText(cell.effect ?? 0, t, locale),
    formatShare(cell.limit, locale),
    significance('p', cell.p ?? 1, locale),
    significance('q', column.q ?? 1, locale),
    formatCount(tested, locale),
  );
}

function medianText(column: ColumnReport, cell: ChunkCell, t: Translate, locale: string): RichText {
  const from = column.numeric?.reference.quantiles[4];
  const to = cell.quartiles?.[1];
  if (from === undefined || to === undefined || formatNumber(from, locale) === formatNumber(to, locale)) return [];
  return rich(t, 'Its median there: {0}.', valueChange(column, from, to, locale));
}
