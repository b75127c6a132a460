import { formatCount } from '../format/count.ts';
import { formatRoundedCount } from '../format/roundedCount.ts';
import { formatShare } from '../format/share.ts';
import type { ColumnReport, DecisionRule } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { rich } from './rich.ts';
import { significance } from './significance.ts';
import { valuesStanding } from './standing.ts';
import type { Translate } from './translate.ts';

/** What the values as a whole say when they raise no alert: a move under the limit, none seen, or that nobody can tell. */
export function visibleText(column: ColumnReport, rule: DecisionRule, t: Translate, locale: string): RichText {
  const limit = formatShare(column.limit, locale);
  const stands = valuesStanding(column, rule);
  if (stands === 'not_tested' || column.p === null) return [];
  if (stands === 'below') {
    const q = significance('q', column.q ?? 0, locale);
    const effect = column.effect ?? 0;
    return effect < 0.01
      ? rich(t, 'Less than {0} of rows moved, under the limit of {1} ({2}).', { strong: formatShare(0.01, locale) }, limit, q)
      : rich(t, 'About {0} of rows moved, under the limit of {1} ({2}).', { strong: formatShare(effect, locale) }, limit, q);
  }
  if (column.visible === null) return rich(t, 'No move beyond the limit of {0} of rows is seen.', limit);
  const seen = { strong: formatShare(column.visible, locale) };
  if (stands !== 'cannot_tell') {
    return column.cause === 'missing'
      ? rich(t, 'No move seen among the values present; a move of {0} of rows would have been.', seen)
      : rich(t, 'No move seen; a move of {0} of rows would have been.', seen);
  }
  if (column.rowsNeeded === null) {
    return rich(t, 'No move seen, but cannot tell below {0} of rows: reference has too few rows for the limit of {1}.', seen, limit);
  }
  return rich(
    t,
    'No move seen, but cannot tell below {0} of rows: for the limit of {1}, about {2} rows of current would be needed (there are {3}).',
    seen,
    limit,
    formatRoundedCount(column.rowsNeeded, locale),
    formatCount(column.n.current, locale),
  );
}

/** The same beside chunks that do alert: what current says as a whole. */
export function visibleWholeText(column: ColumnReport, rule: DecisionRule, t: Translate, locale: string): RichText {
  const limit = formatShare(column.limit, locale);
  const stands = valuesStanding(column, rule);
  if (stands === 'not_tested' || column.p === null) return [];
  if (stands === 'below') {
    const q = significance('q', column.q ?? 0, locale);
    const effect = column.effect ?? 0;
    return effect < 0.01
      ? rich(t, 'Over the whole of current less than {0} of rows moved, under the limit of {1} ({2}).', formatShare(0.01, locale), limit, q)
      : rich(t, 'Over the whole of current about {0} of rows moved, under the limit of {1} ({2}).', formatShare(effect, locale), limit, q);
  }
  if (column.visible === null) return rich(t, 'Over the whole of current no move beyond the limit is seen.');
  const seen = formatShare(column.visible, locale);
  return stands === 'cannot_tell'
    ? rich(t, 'Over the whole of current no move is seen, but one below {0} of rows would not have been.', seen)
    : rich(t, 'Over the whole of current no move is seen; one of {0} of rows would have been.', seen);
}
