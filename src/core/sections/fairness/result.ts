import type { SliceCondition } from '../../check/subject.ts';
import type { Interval } from '../../measures/measure.ts';

export interface FairnessGroup {
  readonly condition: SliceCondition;
  readonly n: number;
  readonly selection: Interval & { readonly value: number | null };
  readonly tpr: (Interval & { readonly value: number | null }) | null;
  readonly fpr: (Interval & { readonly value: number | null }) | null;
  readonly accuracy: (Interval & { readonly value: number | null }) | null;
  /** Why it is left out of the gaps. */
  readonly excluded: string | null;
}

export interface Fairness {
  readonly column: string;
  readonly groups: readonly FairnessGroup[];
  readonly gaps: readonly {
    readonly code:
      | 'demographic_parity_difference'
      | 'demographic_parity_ratio'
      | 'equal_opportunity_difference'
      | 'equalised_odds_difference';
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly limit: number | null;
    readonly breached: boolean;
  }[];
  readonly p: number | null;
}
