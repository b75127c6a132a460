import { formatCount } from '../format/count.ts';
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
  if (stands === 'below') return below(column, limit, t, locale);
  const seen = column.visible === null ? null : formatShare(column.visible, locale);
  if (seen === null) return rich(t, 'No move beyond the limit of {0} of rows is seen.', limit);
  if (stands !== 'cannot_tell') return rich(t, 'No move seen; a move of {0} of rows would have been.', { strong: seen });
  if (column.rowsNeeded === null) {
    return rich(
      t,
      'No move seen, but cannot tell below {0} of rows: reference has too few rows for the limit of {1}.',
      { strong: seen },
      limit,
    );
  }
  return rich(
    t,
    'No move seen, but cannot tell below {0} of rows: for the limit of {1}, about {2} rows of current would be needed (there are {3}).',
    { strong: seen },
    limit,
    formatCount(column.rowsNeeded, locale),
    formatCount(column.n.current, locale),
  );
}

function below(column: ColumnReport, limit: string, t: Translate, locale: string): RichText {
  const effect = column.effect ?? 0;
  const q = significance('q', column.q ?? 0, locale);
  if (effect < 0.01)
    return rich(t, 'Less than {0} of rows moved, under the limit of {1} ({2}).', { strong: formatShare(0.01, locale) }, limit, q);
  return rich(t, 'About {0} of rows moved, under the limit of {1} ({2}).', { strong: formatShare(effect, locale) }, limit, q);
}
