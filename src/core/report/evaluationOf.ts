import type { Attribution } from '../sections/attribution/result.ts';
import type { Estimate } from '../sections/estimate/result.ts';
import type { Fairness } from '../sections/fairness/result.ts';
import type { PerformanceResult } from '../sections/performance/result.ts';
import type { PredictionsResult } from '../sections/predictions/result.ts';
import type { Resource } from '../sections/resources/result.ts';
import type { Slices } from '../sections/slices/result.ts';
import type { EvaluationNote } from './note.ts';
import type { Report } from './report.ts';
import type { SectionKind } from './section.ts';
import { resultOf, sectionOf } from './sectionOf.ts';

/** What the sections on predictions say together. */
export interface Evaluation extends PredictionsResult, PerformanceResult {
  readonly resources: readonly Resource[];
  readonly estimate: Estimate | null;
  readonly slices: Slices | null;
  readonly fairness: readonly Fairness[];
  readonly attribution: Attribution | null;
  readonly notes: readonly EvaluationNote[];
}

const parts: readonly SectionKind[] = ['performance', 'resources', 'estimate', 'slices', 'fairness', 'attribution'];

/** The sections on predictions of a report; null in a comparison alone. */
export function evaluationOf(report: Pick<Report, 'sections'>): Evaluation | null {
  const predictions = resultOf(report, 'predictions');
  const performance = resultOf(report, 'performance');
  if (predictions === null || performance === null) return null;
  return {
    ...predictions,
    ...performance,
    resources: resultOf(report, 'resources')?.columns ?? [],
    estimate: resultOf(report, 'estimate'),
    slices: resultOf(report, 'slices'),
    fairness: resultOf(report, 'fairness')?.groups ?? [],
    attribution: resultOf(report, 'attribution'),
    notes: [...(sectionOf(report, 'predictions')?.notes ?? []), ...failures(report)],
  };
}

/** Sections that could not be made, each as a remark. */
function failures(report: Pick<Report, 'sections'>): EvaluationNote[] {
  return parts.flatMap((part) => {
    const error = sectionOf(report, part)?.failed ?? null;
    return error === null ? [] : [{ code: 'part_failed' as const, side: null, values: { part, error } }];
  });
}
