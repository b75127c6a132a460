import type { MeasureBound } from '../../check/verdict.ts';
import type { BehaviourNumber } from '../predictions/result.ts';

/** A column that says what training or predicting cost (seconds, bytes), summarised. Judged only where a limit is set. */
export interface Resource {
  readonly column: string;
  readonly evidence: 'given' | 'name';
  /** Finite values. */
  readonly n: { readonly reference: number | null; readonly current: number };
  readonly figures: readonly {
    readonly of: 'mean' | 'median' | 'p95';
    readonly reference: BehaviourNumber | null;
    readonly current: BehaviourNumber;
    /** Current minus reference. */
    readonly difference: BehaviourNumber | null;
    readonly floor: MeasureBound | null;
  }[];
}
