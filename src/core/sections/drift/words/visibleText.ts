import { formatCount } from '../../../format/count.ts';
import { formatRoundedCount } from '../../../format/roundedCount.ts';
import { formatShare } from '../../../format/share.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { withinUnit } from '../../../report/withinUnit.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import { withinText, withinWord } from '../../../words/withinText.ts';
import type { ColumnReport } from '../result.ts';
import { boundText } from './boundText.ts';

/** What the values say when they carry no verdict: a move under the limit, none seen, or that nobody can tell. */
export function visibleText(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const limit = formatShare(column.limit, locale);
  if (column.certain) {
    const effect = column.whole.effect ?? 0;
    return effect < 0.01
      ? rich(t, 'Less than {0} of rows moved: certain, but under the limit of {1}.', { strong: formatShare(0.01, locale) }, limit)
      : rich(t, 'About {0} of rows moved: certain, but under the limit of {1}.', { strong: formatShare(effect, locale) }, limit);
  }
  if (column.visible === null) return rich(t, 'No move beyond the limit of {0} of rows is seen.', limit);
  const seen = { strong: formatShare(column.visible, locale) };
  const within = withinUnit(column.whole, report);
  if (within !== null) {
    const told = column.verdict === 'cannot_tell' ? whatItTakes(column, report, t, locale) : [];
    return sentences(locale, [withinText(within, t), visibleBeyond(column, t, locale), told]);
  }
  if (column.verdict !== 'cannot_tell') {
    if (column.cause === 'missing') return rich(t, 'No move seen among the values present; a move of {0} of rows would have been.', seen);
    return column.treatedAs === 'category'
      ? rich(t, 'No move seen; one of {0} of rows, spread over the categories, would have been.', seen)
      : rich(t, 'No move seen; a move of {0} of rows would have been.', seen);
  }
  const head =
    column.visible > 0.99
      ? rich(t, 'No move seen, but none would have been, however large.')
      : rich(t, 'No move seen, but cannot tell below {0} of rows (limit {1}).', seen, limit);
  return sentences(locale, [head, whatItTakes(column, report, t, locale)]);
}

/** What would have been seen beside a move that is within the noise. */
function visibleBeyond(column: ColumnReport, t: Translate, locale: string): RichText {
  const visible = column.visible ?? 1;
  const seen = { strong: formatShare(visible, locale) };
  if (column.verdict === 'cannot_tell')
    return visible > 0.99
      ? rich(t, 'No move would have been told from that, however large.')
      : rich(t, 'A move of less than {0} of rows (limit {1}) could not be told from that.', seen, formatShare(column.limit, locale));
  return column.treatedAs === 'category' && column.cause !== 'missing'
    ? rich(t, 'A move of {0} of rows, spread over the categories, would have been seen.', seen)
    : rich(t, 'A move of {0} of rows would have been seen.', seen);
}

/** The rows it would take, and of which side. */
function whatItTakes({ rowsNeeded, n }: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  if (rowsNeeded !== null && rowsNeeded.reference === null) {
    const rows = formatRoundedCount(rowsNeeded.current, locale);
    return rich(t, 'About {0} rows of current would be needed (there are {1}).', rows, formatCount(n.current, locale));
  }
  const bound = boundText(report, t);
  if (rowsNeeded === null) return bound;
  const times = formatRoundedCount(rowsNeeded.current / Math.max(1, n.current), locale);
  return sentences(locale, [bound, rich(t, 'About {0} times as many rows on both sides would.', times)]);
}

/** The same beside chunks that do carry a verdict: what current says as a whole. */
export function visibleWholeText(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const { effect, p } = column.whole;
  if (effect === null || p === null) return [];
  const within = withinUnit(column.whole, report);
  if (within !== null)
    return rich(t, 'Over the whole of current rows moved {0} (limit {1}).', withinWord(within, t), formatShare(column.limit, locale));
  const moved = effect < 0.01 ? `< ${formatShare(0.01, locale)}` : formatShare(effect, locale);
  return rich(t, 'Over the whole of current: {0} of rows (limit {1}).', moved, formatShare(column.limit, locale));
}
