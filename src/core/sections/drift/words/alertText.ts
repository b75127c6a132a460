import { formatCount } from '../../../format/count.ts';
import { formatShare } from '../../../format/share.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { driftOf } from '../../../report/sectionOf.ts';
import { rich } from '../../../words/rich.ts';
import { significance } from '../../../words/significance.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport } from '../result.ts';

/** The size of a move of the whole with what decided it, for a column that alerts or is to be watched by it. */
export function alertText(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const effect = column.whole.effect ?? 0;
  const moved = { strong: formatShare(effect, locale) };
  const limit = formatShare(column.limit, locale);
  const q = significance('q', column.q ?? 1, locale);
  if (column.verdict !== 'alert') {
    return rich(
      t,
      'About {0} of rows may have moved (limit {1}): {2} by itself, but {3} among the {4} columns tested, so it can be chance.',
      moved,
      limit,
      significance('p', column.p ?? 1, locale),
      q,
      formatCount(driftOf(report).family.columns, locale),
    );
  }
  // A share that is written "> 99 %" cannot stand after "about".
  if (effect > 0.99) return rich(t, '{0} rows moved (limit {1}, {2}).', { strong: t('Nearly all') }, limit, q);
  return rich(t, 'About {0} of rows moved (limit {1}, {2}).', moved, limit, q);
}
