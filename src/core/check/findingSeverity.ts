import type { Note } from '../report/note.ts';
import type { ColumnReport } from '../sections/drift/result.ts';
import type { Finding } from './finding.ts';

/** What is found wrong: each weighs the same wherever it is told. */
export type Fault =
  | 'column_moved'
  | 'column_moved_far'
  | 'column_gone'
  | 'column_retyped'
  /** Current holds no value any more. */
  | 'column_empty'
  /** Or reference never did. */
  | 'column_always_empty'
  | 'column_failed'
  | 'column_new_categories'
  /** Labels that are gone, retyped or empty: told with the labels. */
  | 'target_unusable'
  | 'limit_broken'
  | 'measure_worse'
  /** Failed in chunks that are over. */
  | 'measure_was_worse'
  | 'badly_calibrated'
  | 'estimate_worse'
  /** Where labels are in, they decide. */
  | 'estimate_beside_labels'
  | 'worst_slice'
  | 'unfair_gap'
  /** Told beside what is judged, and never a finding. */
  | 'remark';

/** The one list of how much a fault weighs: what stands is critical, what has to be looked at is a warning, the rest is information. */
const severities: Readonly<Record<Fault, Finding['severity']>> = {
  column_moved: 'warning',
  column_moved_far: 'critical',
  column_gone: 'critical',
  column_retyped: 'critical',
  column_empty: 'warning',
  column_always_empty: 'info',
  column_failed: 'info',
  column_new_categories: 'info',
  target_unusable: 'info',
  limit_broken: 'critical',
  measure_worse: 'critical',
  measure_was_worse: 'warning',
  badly_calibrated: 'info',
  estimate_worse: 'warning',
  estimate_beside_labels: 'info',
  worst_slice: 'info',
  unfair_gap: 'warning',
  remark: 'info',
};

/** How much a fault weighs. */
export function severityOf(fault: Fault): Finding['severity'] {
  return severities[fault];
}

/** The fault of a column that alerts: by the size of its move. */
export function movedFault({ severity }: Pick<ColumnReport, 'severity'>): Fault {
  return severity === 'major' ? 'column_moved_far' : 'column_moved';
}

const weights: Readonly<Record<Finding['severity'], number>> = { info: 0, warning: 1, critical: 2 };

/** Positive where `a` weighs more than `b`, negative where less. */
export function compareSeverity(a: Finding['severity'], b: Finding['severity']): number {
  return weights[a] - weights[b];
}

/** From here on a finding is an alarm, unless more is asked for. */
export const alarmFrom = 'warning' as const;

/** Mark of a remark on a fault: that of an alert where it is an alarm. */
export function noteLevelOf(fault: Fault): Note['level'] {
  return compareSeverity(severityOf(fault), alarmFrom) >= 0 ? 'alert' : 'watch';
}
