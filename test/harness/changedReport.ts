import { withChecks } from '../../src/core/check/withChecks.ts';
import type { Evaluation } from '../../src/core/report/evaluationOf.ts';
import { evaluationSections } from '../../src/core/report/migrate.ts';
import type { Note } from '../../src/core/report/note.ts';
import type { DatasetSummary, Report } from '../../src/core/report/report.ts';
import type { UncheckedSection } from '../../src/core/report/section.ts';
import type { DriftResult } from '../../src/core/sections/drift/result.ts';

/** What a test wants to be otherwise: of the envelope, of the sections on columns and quality, or all that is said of predictions. */
export interface ReportChanges extends Partial<Omit<Report, 'sections' | 'datasets'>>, Partial<DriftResult> {
  readonly notes?: readonly Note[];
  /** Null: nothing was compared. */
  readonly reference?: DatasetSummary | null;
  readonly current?: DatasetSummary;
  readonly evaluation?: Evaluation;
}

const ofDrift = ['rule', 'blocks', 'family', 'summary', 'columns'] as const;

/** A report with changes. */
export function changedReport(report: Report, changes: ReportChanges): Report {
  const { notes, reference, current, evaluation, ...rest } = changes;
  const drift = Object.fromEntries(Object.entries(rest).filter(([key]) => ofDrift.includes(key as never)));
  const envelope = Object.fromEntries(Object.entries(rest).filter(([key]) => !ofDrift.includes(key as never)));
  const sections = report.sections.flatMap((section): UncheckedSection[] => {
    if (section.kind === 'quality') return [{ ...section, notes: notes ?? section.notes }];
    if (section.kind !== 'drift') return evaluation === undefined ? [section] : [];
    return reference === null ? [] : [{ ...section, result: { ...section.result!, ...drift } }];
  });
  return {
    ...report,
    ...envelope,
    datasets: { reference: reference === undefined ? report.datasets.reference : reference, current: current ?? report.datasets.current },
    sections: withChecks(evaluation === undefined ? sections : [...sections, ...evaluationSections(evaluation)]),
  };
}
