import { statusOf } from '../../../check/statusOf.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { measureName } from '../../../words/measures/measureName.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import type { MeasureRow } from '../result.ts';
import { endedClause } from './failureSpan.ts';
import { figuresOf, latelyFigures } from './figures.ts';
import { sinceText } from './measureSentence.ts';

/** A headline that the others do not bear out: the primary measure, and the one that disagrees with it for certain. */
export function mixedTitle(primary: MeasureRow, against: MeasureRow, report: Report, t: Translate, locale: string): RichText {
  return rich(t, 'Mixed: {0}, but {1}.', clause(primary, report, t, locale), clause(against, report, t, locale));
}

function clause(row: MeasureRow, report: Report, t: Translate, locale: string): RichText {
  const name = measureName(row.current.name, row.current.at, t, locale);
  const { line } = figuresOf(row, locale);
  switch (statusOf(row)) {
    case 'worse_before':
      return report.time === null
        ? rich(t, '{0} got worse ({1})', name, line)
        : endedClause(row.ended.at(-1)!, row, report.time, t, locale);
    case 'worse':
    case 'worse_lately': {
      const since = sinceText(row, report, t, locale);
      return since === null || row.lately === null
        ? rich(t, '{0} got worse ({1})', name, line)
        : rich(t, '{0} got worse {1} ({2})', name, since, latelyFigures(row, locale).line);
    }
    case 'improved':
      return rich(t, '{0} improved ({1})', name, line);
    case 'may_be_worse':
    case 'too_few':
      return rich(t, 'for {0} it cannot be told ({1})', name, line);
    default:
      return rich(t, '{0} is not significantly worse ({1})', name, line);
  }
}
