import type { Attribution } from '../sections/attribution/result.ts';
import type { CheckResult } from './check.ts';
import { checked } from './checked.ts';
import { attributionId } from './checkIds.ts';
import { severityOf } from './findingSeverity.ts';
import { judged } from './judged.ts';
import { measured, rangeOf } from './measured.ts';
import { lossUnit } from './slicesChecks.ts';
import { ofModel } from './subjects.ts';
import type { Verdict } from './verdict.ts';

/**
 * Whether the metric changed for certain, and which of inputs, labels and the link between them did: told, and never an alarm, for columns and measures have
 * alarms of their own.
 */
export function attributionChecks(attribution: Attribution): CheckResult[] {
  const { covariate, label, concept } = attribution;
  return [
    changeCheck(attribution),
    evidenceCheck('inputs', covariate, covariate.effect, covariate.p !== null || covariate.tested > 0),
    evidenceCheck('labels', label, null, label.p !== null),
    evidenceCheck('concept', concept, concept.size, concept.p !== null, bothWays(concept) ? 'both_ways' : null),
  ];
}

function changeCheck({ measure, reference, current, difference }: Attribution): CheckResult {
  const { value, low, high } = difference;
  const clear = value !== null && low !== null && high !== null && (low > 0 || high < 0);
  return checked(
    { id: attributionId('change'), bound: {}, severity: severityOf('remark') },
    measured(measure, {
      subject: ofModel(),
      value: current,
      reference,
      difference: value,
      differenceInterval: rangeOf(difference),
      unit: lossUnit(measure),
      direction: 'lower',
    }),
    judged('pass', { shade: clear ? (value > 0 ? 'watch' : 'improved') : null }),
  );
}

/** Up in some bins and down in others: the curve changed its slope, and the mean hides it. */
function bothWays({ effect, size }: Attribution['concept']): boolean {
  return effect !== null && size !== null && Math.abs(effect) < size / 2;
}

function evidenceCheck(
  of: 'inputs' | 'labels' | 'concept',
  { p, changed, small }: { readonly p: number | null; readonly changed: boolean; readonly small: boolean },
  size: number | null,
  tested: boolean,
  reason: string | null = null,
): CheckResult {
  const verdict: Verdict = tested
    ? judged('pass', { p, reason, shade: small ? 'under_limit' : changed ? 'watch' : null })
    : judged('not_applicable', { reason: 'not_tested' });
  return checked(
    { id: attributionId(of), bound: {}, severity: severityOf('remark'), family: 'attribution' },
    measured(`${of}_moved`, {
      subject: ofModel(),
      value: size,
      unit: 'number',
      direction: 'neither',
      reason: size === null ? 'not_tested' : null,
    }),
    verdict,
  );
}
