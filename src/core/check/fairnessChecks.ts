import type { Fairness } from '../sections/fairness/result.ts';
import type { CheckResult } from './check.ts';
import { checked } from './checked.ts';
import { gapId } from './checkIds.ts';
import { severityOf } from './findingSeverity.ts';
import { gapVerdict } from './gapVerdict.ts';
import { measured, rangeOf } from './measured.ts';
import { ofColumn } from './subjects.ts';

/** The gaps between the groups of every column that was asked for. */
export function fairnessChecks(groups: readonly Fairness[]): CheckResult[] {
  return groups.flatMap(({ column, gaps }) =>
    gaps.map((gap) => {
      const ratio = gap.code === 'demographic_parity_ratio';
      return checked(
        {
          id: gapId(gap.code, column),
          bound: gap.limit === null ? {} : ratio ? { min: gap.limit } : { max: gap.limit },
          severity: severityOf('unfair_gap'),
          family: 'fairness',
        },
        measured(gap.code, {
          subject: ofColumn(column),
          value: gap.value,
          interval: rangeOf(gap),
          unit: ratio ? 'multiple' : 'share',
          direction: ratio ? 'higher' : 'lower',
          reason: gap.value === null ? 'no_value' : null,
        }),
        gapVerdict(gap),
      );
    }),
  );
}
