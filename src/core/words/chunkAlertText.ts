import { formatCount } from '../format/count.ts';
import { formatNumber } from '../format/number.ts';
import { formatShare } from '../format/share.ts';
import type { ChunkCell, ColumnReport, Report } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { chunkName } from './chunkName.ts';
import { rich } from './rich.ts';
import { rowsMovedText } from './rowsMovedText.ts';
import { sentences } from './sentences.ts';
import { significance } from './significance.ts';
import type { Translate } from './translate.ts';
import { valueChange } from './valueText.ts';

/** What the worst chunk of a column says: for columns that moved in chunks but not as a whole. */
export function chunkAlertText(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const cell = worstChunk(column);
  if (cell === null || report.time === null) return [];
  const name = { strong: chunkName(report.time, cell.chunk, t, locale) };
  return sentences(locale, [sizeText(cell, name, report, t, locale), medianText(column, cell, t, locale)]);
}

/** The chunk with the worst verdict, and of those the one that moved most. */
export function worstChunk(column: ColumnReport): ChunkCell | null {
  const order = { alert: 0, watch: 1, ok: 2, not_tested: 3 };
  const sorted = [...column.chunks].sort((a, b) => order[a.verdict] - order[b.verdict] || (b.effect ?? 0) - (a.effect ?? 0));
  const first = sorted[0];
  return first === undefined || (first.verdict !== 'alert' && first.verdict !== 'watch') ? null : first;
}

function sizeText(cell: ChunkCell, name: { readonly strong: string }, report: Report, t: Translate, locale: string): RichText {
  const moved = rowsMovedText(cell.effect ?? 0, t, locale);
  const limit = formatShare(cell.limit, locale);
  const p = significance('p', cell.p ?? 1, locale);
  const q = significance('q', cell.q ?? 1, locale);
  if (cell.verdict !== 'alert') {
    const cells = formatCount(report.family.cells, locale);
    return rich(
      t,
      'Most in {0}: {1} (limit {2}), {3} by itself, but {4} among the {5} cells tested, so it can be chance.',
      name,
      moved,
      limit,
      p,
      q,
      cells,
    );
  }
  // Promoted from watch: its own q does not say why it is an alert.
  if (cell.q !== null && cell.q > report.rule.q)
    return rich(t, 'Most in {0}: {1} (limit {2}), {3} and so in 2 of 3 chunks running.', name, moved, limit, p);
  return rich(t, 'Most in {0}: {1} (limit {2}, {3}).', name, moved, limit, q);
}

function medianText(column: ColumnReport, cell: ChunkCell, t: Translate, locale: string): RichText {
  const from = column.numeric?.reference.quantiles[4];
  const to = cell.quartiles?.[1];
  if (from === undefined || to === undefined || formatNumber(from, locale) === formatNumber(to, locale)) return [];
  return rich(t, 'Its median there: {0}.', valueChange(column, from, to, locale));
}
