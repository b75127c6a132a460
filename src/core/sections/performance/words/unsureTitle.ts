import { formatCount } from '../../../format/count.ts';
import type { RichText } from '../../../report/richText.ts';
import { measureName } from '../../../words/measures/measureName.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import type { MeasureRow } from '../result.ts';
import { figuresOf } from './figures.ts';
import { aboutRows } from './rowsNeeded.ts';

/** It cannot be told whether the model got worse: too few rows. */
export function tooFewTitle(few: readonly MeasureRow[], t: Translate, locale: string): RichText {
  const rowsNeeded = Math.max(...few.map(({ change }) => change?.rowsNeeded ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(rowsNeeded)
    ? rich(
        t,
        'Cannot tell whether the model got worse: too few labelled rows (about {0} would tell).',
        formatCount(aboutRows(rowsNeeded), locale),
      )
    : rich(t, 'Cannot tell whether the model got worse: too few labelled rows.');
}

/** A measure may be worse; `othersHold`: others certainly are not. */
export function unsureTitle(row: MeasureRow, othersHold: boolean, t: Translate, locale: string): RichText {
  const { current, change } = row;
  const name = measureName(current.name, current.at, t, locale);
  const { line } = figuresOf(row, locale);
  if (change?.rowsNeeded == null) {
    return othersHold
      ? rich(t, 'No measure is certainly worse, but {0} may be: {1}.', name, line)
      : rich(t, 'Cannot tell whether {0} got worse: {1}.', name, line);
  }
  const needed = formatCount(aboutRows(change.rowsNeeded), locale);
  return othersHold
    ? rich(t, 'No measure is certainly worse, but {0} may be: {1}; about {2} labelled rows would tell.', name, line, needed)
    : rich(t, 'Cannot tell whether {0} got worse: {1}; about {2} labelled rows would tell.', name, line, needed);
}
