import { statusOf } from '../../../check/statusOf.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { listText } from '../../../words/listText.ts';
import { measureName } from '../../../words/measures/measureName.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import type { MeasureRow } from '../result.ts';
import { capitalRich } from './capitalRich.ts';
import { figuresOf } from './figures.ts';

/** Measures without a reference to compare with: what they are, and whether limits are kept. */
export function aloneTitle(rows: readonly MeasureRow[], report: Report, t: Translate, locale: string): RichText {
  const known = rows.filter(({ current }) => current.value !== null);
  const near = known.filter((row) => statusOf(row) === 'may_be_beyond');
  const kept = known.filter((row) => statusOf(row) === 'kept');
  const said = (row: MeasureRow): RichText =>
    rich(t, '{0} {1}', measureName(row.current.name, row.current.at, t, locale), figuresOf(row, locale).now);
  if (near.length > 0) return rich(t, 'Limits are kept, but not for certain: {0}.', said(near[0]!));
  if (kept.length > 0) return rich(t, 'Limits are kept: {0}.', listText(kept.map(said), t, locale, 3));
  const two = listText(known.slice(0, 2).map(said), t, locale);
  return report.datasets.reference === null
    ? rich(t, '{0}; no reference to compare with.', capitalRich(two))
    : rich(t, '{0}; reference has no labels to compare with.', capitalRich(two));
}
