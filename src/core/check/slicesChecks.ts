import type { SliceRow, Slices } from '../sections/slices/result.ts';
import type { CheckResult } from './check.ts';
import { checked } from './checked.ts';
import { severityOf } from './findingSeverity.ts';
import { judged } from './judged.ts';
import { measured } from './measured.ts';
import { ofModel, ofSlice } from './subjects.ts';

/** Whether there is a slice where the model is worse than elsewhere for certain, and one that got worse by more than the rest: the first of each tells. */
export function slicesChecks(slices: Slices): CheckResult[] {
  const { worst, fallen } = slices;
  return [sliceCheck('worst', worst[0], slices), ...(fallen[0] === undefined ? [] : [sliceCheck('fallen', fallen[0], slices)])];
}

/** A slice as a measurement: its loss, beside that of the same slice in reference. */
export function sliceMeasurement(
  { conditions, n, value, low, high, reference }: SliceRow,
  measure: Slices['measure'],
): CheckResult['measurement'] {
  return measured(measure, {
    subject: ofSlice(conditions),
    value,
    reference,
    difference: reference === null ? null : value - reference,
    interval: { low, high },
    rows: n,
    unit: lossUnit(measure),
    direction: 'lower',
  });
}

/** What a slice is searched by, over all rows. */
export function overallMeasurement({ measure, overall }: Slices): CheckResult['measurement'] {
  return measured(measure, { subject: ofModel(), value: overall, unit: lossUnit(measure), direction: 'lower' });
}

/** Unit of what slices are searched by, and the metric is split by. */
export function lossUnit(measure: Slices['measure']): CheckResult['measurement']['unit'] {
  switch (measure) {
    case 'error_rate':
      return 'share';
    case 'absolute_error':
      return 'target';
    case 'log_loss':
      return 'nats';
  }
}

function sliceCheck(question: 'worst' | 'fallen', row: SliceRow | undefined, slices: Slices): CheckResult {
  const asked = { id: `slices/${question}`, bound: {}, severity: severityOf('worst_slice'), family: 'slices' };
  if (row === undefined) return checked(asked, overallMeasurement(slices), judged('pass'));
  const { p, adjustedP: q } = row;
  // That it got worse there is told beside where it is worst, and is no finding of its own.
  const verdict = question === 'worst' ? judged('fail', { p, q }) : judged('pass', { p, q, shade: 'watch' });
  const result = checked(asked, sliceMeasurement(row, slices.measure), verdict);
  // Which slice it is, is the answer, not the question.
  return { ...result, check: { ...result.check, subject: ofModel() } };
}
