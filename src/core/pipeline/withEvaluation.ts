import { findingsOf } from '../check/findingsOf.ts';
import { withChecks } from '../check/withChecks.ts';
import type { Note } from '../report/note.ts';
import type { Report } from '../report/report.ts';
import type { UncheckedSection } from '../report/section.ts';
import { driftOf, resultOf } from '../report/sectionOf.ts';
import { partsOf } from '../roles/partsOf.ts';
import type { DriftResult } from '../sections/drift/result.ts';
import { awaitingLabels } from './awaitingLabels.ts';

const labelNotes = new Set<string>(['column_only_in_reference', 'type_changed', 'all_null']);

/** A comparison with its evaluation: columns have the parts they play in it, and the findings of the performance come first. */
export function withEvaluation(compared: Report, evaluated: readonly UncheckedSection[], durationMs: number): Report {
  const roles = resultOf({ sections: evaluated }, 'predictions')!.columns;
  // Labels that are not there (yet), or written in another type, are told with the labels: no alarm of the columns.
  const isTarget = (column: string | null): boolean => column !== null && column === roles.target.column;
  const before = driftOf(compared);
  const awaiting = awaitingLabels(before, roles.target.column, compared.spec);
  // More labels missing were an alarm until they were taken for labels that are not in yet.
  const told = awaiting === before ? labelNotes : new Set([...labelNotes, 'missing_share_changed']);
  const parts = partsOf(roles);
  const drift: DriftResult = {
    ...awaiting,
    columns: awaiting.columns.map((column) => (column.roleGiven ? column : { ...column, role: parts.get(column.name) ?? column.role })),
  };
  const calm = (note: Note): Note => (isTarget(note.column) && told.has(note.code) ? { ...note, level: 'info' } : note);
  const ofColumns = compared.sections.map((section): UncheckedSection => {
    if (section.kind === 'quality') return { ...section, notes: section.notes.map(calm) };
    return section.kind === 'drift' ? { ...section, result: drift } : section;
  });
  const sections = withChecks([...ofColumns, ...evaluated]);
  return {
    ...compared,
    run: { ...compared.run, durationMs },
    sections,
    findings: findingsOf({ sections, time: compared.time }),
  };
}
