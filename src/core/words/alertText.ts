import { formatCount } from '../format/count.ts';
import { formatShare } from '../format/share.ts';
import type { Decision, Report } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { rich } from './rich.ts';
import { significance } from './significance.ts';
import type { Translate } from './translate.ts';

/** The size of a move with what decided it, for a cell that is over its limit: alert or watch. */
export function alertText(cell: Decision, report: Report, t: Translate, locale: string): RichText {
  const moved = { strong: formatShare(cell.effect ?? 0, locale) };
  const limit = formatShare(cell.limit, locale);
  const q = significance('q', cell.q ?? 1, locale);
  if (cell.verdict !== 'alert') {
    return rich(
      t,
      'About {0} of rows may have moved (limit {1}): {2} by itself, but {3} among the {4} cells tested, so it can be chance.',
      moved,
      limit,
      significance('p', cell.p ?? 1, locale),
      q,
      formatCount(report.family.cells, locale),
    );
  }
  if (cell.q !== null && cell.q > report.rule.q) {
    // Promoted from watch: its own q does not say why it is an alert.
    return rich(
      t,
      'About {0} of rows moved (limit {1}), {2} and so in 2 of 3 chunks running.',
      moved,
      limit,
      significance('p', cell.p ?? 1, locale),
    );
  }
  // A share that is written "> 99 %" cannot stand after "about".
  if ((cell.effect ?? 0) > 0.99) return rich(t, '{0} rows moved (limit {1}, {2}).', { strong: t('Nearly all') }, limit, q);
  return rich(t, 'About {0} of rows moved (limit {1}, {2}).', moved, limit, q);
}
