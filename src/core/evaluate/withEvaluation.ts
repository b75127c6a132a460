import { severityOf } from '../check/findingSeverity.ts';
import type { Evaluation } from '../report/evaluation.ts';
import type { Report } from '../report/report.ts';
import { awaitingLabels } from './awaitingLabels.ts';
import { evaluationFindings } from './evaluationFindings.ts';
import { partsOf } from './partsOf.ts';

/** A comparison with its evaluation: columns have the parts they play in it, and the findings of the performance come first. */
export function withEvaluation(found: Report, evaluation: Evaluation, durationMs: number): Report {
  const compared = awaitingLabels(found, evaluation.columns.target.column);
  const parts = partsOf(evaluation.columns);
  // Labels that are not there (yet), or written in another type, are told with the labels: no alarm of the columns.
  const isTarget = (column: string | null): boolean => column !== null && column === evaluation.columns.target.column;
  const labelNotes = new Set<string>(['column_only_in_reference', 'type_changed', 'all_null']);
  const ofTarget = new Set<string>(['quality/missing-column', 'quality/type-changed', 'quality/not-tested']);
  const notes = compared.notes.map((note) =>
    isTarget(note.column) && labelNotes.has(note.code) ? { ...note, level: 'info' as const } : note,
  );
  const ofColumns = compared.findings.map((finding) =>
    isTarget(finding.column) && ofTarget.has(finding.code) ? { ...finding, severity: severityOf('target_unusable') } : finding,
  );
  return {
    ...compared,
    kind: 'evaluation',
    durationMs,
    columns: compared.columns.map((column) => (column.roleGiven ? column : { ...column, role: parts.get(column.name) ?? column.role })),
    notes,
    findings: [...evaluationFindings(evaluation, compared.time), ...ofColumns],
    evaluation,
  };
}
