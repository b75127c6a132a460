import type { Evaluation } from '../report/evaluation.ts';
import type { Report } from '../report/report.ts';
import { evaluationFindings } from './evaluationFindings.ts';

/** A comparison with its evaluation: the findings of the performance come first. */
export function withEvaluation(compared: Report, evaluation: Evaluation, durationMs: number): Report {
  return {
    ...compared,
    kind: 'evaluation',
    durationMs,
    findings: [...evaluationFindings(evaluation, compared.time), ...compared.findings],
    evaluation,
  };
}
