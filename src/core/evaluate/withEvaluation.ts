import type { Evaluation } from '../report/evaluation.ts';
import type { Report } from '../report/report.ts';
import { awaitingLabels } from './awaitingLabels.ts';
import { evaluationFindings } from './evaluationFindings.ts';
import { partsOf } from './partsOf.ts';

/** A comparison with its evaluation: columns have the parts they play in it, and the findings of the performance come first. */
export function withEvaluation(found: Report, evaluation: Evaluation, durationMs: number): Report {
  const compared = awaitingLabels(found, evaluation.columns.target.column);
  const parts = partsOf(evaluation.columns);
  return {
    ...compared,
    kind: 'evaluation',
    durationMs,
    columns: compared.columns.map((column) => (column.roleGiven ? column : { ...column, role: parts.get(column.name) ?? column.role })),
    findings: [...evaluationFindings(evaluation, compared.time), ...compared.findings],
    evaluation,
  };
}
