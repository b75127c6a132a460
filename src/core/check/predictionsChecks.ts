import type { PredictionsResult } from '../sections/predictions/result.ts';
import type { CheckResult } from './check.ts';
import { checked } from './checked.ts';
import { classesId } from './checkIds.ts';
import { severityOf } from './findingSeverity.ts';
import { judged } from './judged.ts';
import { measured } from './measured.ts';
import { ofModel } from './subjects.ts';
import type { Verdict } from './verdict.ts';

const alpha = 0.05;
/** Fewer rows that fall on another class are told as little: the limit of columns. */
const leastMoved = 0.05;

/** Whether other classes are predicted than in reference: told, and never an alarm, for other rows are predicted otherwise by a good model, too. */
export function predictionsChecks({ behaviour, rows }: Pick<PredictionsResult, 'behaviour' | 'rows'>): CheckResult[] {
  const { classChange } = behaviour;
  if (classChange === null) return [];
  const { p, tvd } = classChange;
  const verdict = ((): Verdict => {
    if (p === null) return judged('not_applicable', { reason: 'not_tested' });
    if (p > alpha) return judged('pass', { p });
    return judged('pass', { p, shade: tvd < leastMoved ? 'under_limit' : 'watch' });
  })();
  return [
    checked(
      { id: classesId, bound: { max: leastMoved }, severity: severityOf('remark') },
      measured('class_share_moved', { subject: ofModel(), value: tvd, rows: rows.current.predicted, unit: 'share', direction: 'lower' }),
      verdict,
    ),
  ];
}
