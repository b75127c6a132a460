import { catalogue, type MeasureName } from '../measures/registry.ts';
import type { Estimate, EstimateRow } from '../sections/estimate/result.ts';
import type { Bound, CheckResult } from './check.ts';
import { checked } from './checked.ts';
import { estimateId, realisedId } from './checkIds.ts';
import { severityOf } from './findingSeverity.ts';
import { judged } from './judged.ts';
import { measured, rangeOf } from './measured.ts';
import { ofModel } from './subjects.ts';
import type { Verdict } from './verdict.ts';

/**
 * Every estimated measure against what reference shows by chance, and against the labels where they are all in. Where labels are in, they decide: then an
 * estimate weighs less. @param rows of current, and how many of them are labelled.
 */
export function estimateChecks(estimate: Estimate, rows: { readonly rows: number; readonly labelled: number }): CheckResult[] {
  return estimate.rows.flatMap((row) => [standingCheck(row, rows.labelled), ...realisedCheck(row, rows)]);
}

/** Unit and direction of an estimated measure; a code of another version is a plain number. */
function definitionOf(name: string): Pick<CheckResult['measurement'], 'unit' | 'direction'> {
  const known = Object.hasOwn(catalogue, name) ? catalogue[name as MeasureName] : null;
  return { unit: known?.unit ?? 'number', direction: known?.direction ?? 'neither' };
}

/** An estimate over the whole of current as a measurement. */
export function estimateMeasurement({ name, whole, reference }: EstimateRow): CheckResult['measurement'] {
  return measured(name, {
    ...definitionOf(name),
    subject: ofModel(),
    value: whole.value,
    reference: reference ?? null,
    interval: rangeOf(whole),
    rows: whole.n,
    reason: whole.value === null ? (whole.refused?.code ?? 'undefined') : null,
  });
}

function standingCheck(row: EstimateRow, labelled: number): CheckResult {
  const { name, whole, wholeLimits, since } = row;
  const bound: Bound =
    wholeLimits == null ? {} : definitionOf(name).direction === 'lower' ? { max: wholeLimits.high } : { min: wholeLimits.low };
  const verdict = ((): Verdict => {
    if (whole.refused !== null) return judged('cannot_tell', { reason: whole.refused.code });
    if (whole.alert) return judged('fail');
    if (whole.standing === null) return judged('not_applicable', { reason: 'no_limits' });
    return judged('pass', { shade: whole.standing === 'better' ? 'improved' : null });
  })();
  return checked(
    { id: estimateId(name), bound, severity: severityOf(labelled === 0 ? 'estimate_worse' : 'estimate_beside_labels') },
    estimateMeasurement(row),
    verdict,
    since ?? null,
  );
}

/** Labels of some rows do not tell whether the estimate of all was right. */
function realisedCheck(
  { name, whole }: EstimateRow,
  { rows, labelled }: { readonly rows: number; readonly labelled: number },
): CheckResult[] {
  const { realised, value, low, high, n } = whole;
  if (labelled < rows || realised == null || value === null) return [];
  const inside = low !== null && high !== null && realised >= low && realised <= high;
  return [
    checked(
      {
        id: realisedId(name),
        bound: { ...(low === null ? {} : { min: low }), ...(high === null ? {} : { max: high }) },
        severity: severityOf('remark'),
      },
      measured(name, { ...definitionOf(name), subject: ofModel(), value: realised, rows: n }),
      judged('pass', { shade: inside ? null : 'watch' }),
    ),
  ];
}
