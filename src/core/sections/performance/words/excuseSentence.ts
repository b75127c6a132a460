import { formatCount } from '../../../format/count.ts';
import type { RichText } from '../../../report/richText.ts';
import { capital, measureName } from '../../../words/measures/measureName.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import type { MeasureRow } from '../result.ts';
import { figuresOf } from './figures.ts';

/** Why a measure's change says nothing of the model. */
export function excuseSentence(row: MeasureRow, t: Translate, locale: string): RichText {
  const { current, excuse } = row;
  const name = { strong: capital(measureName(current.name, current.at, t, locale)) };
  const { format, now, line } = figuresOf(row, locale);
  if (excuse?.code === 'mix')
    return rich(
      t,
      '{0} rose by the mix of targets alone: {1}; at targets of equal size {2}.',
      name,
      line,
      format.change(excuse.difference),
    );
  if (excuse === null) return rich(t, '{0} is {1}.', name, now);
  const { rows, of, zeros } = excuse;
  return zeros === 0
    ? rich(t, '{0} is not meaningful here: targets near 0 make up most of it.', name)
    : rich(
        t,
        '{0} is not meaningful here: it rests on {1} of {2} rows, as {3} targets are 0, and targets near 0 make up most of it.',
        name,
        formatCount(rows, locale),
        formatCount(of, locale),
        formatCount(zeros, locale),
      );
}
