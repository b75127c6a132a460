import type { Blocks, ColumnReport, DriftResult } from '../sections/drift/result.ts';
import type { Note } from './note.ts';
import type { Report } from './report.ts';
import type { ResultOf, SectionKind, SectionOf } from './section.ts';

/** The section of a kind; null when the report has none. */
export function sectionOf<K extends SectionKind>({ sections }: Pick<Report, 'sections'>, kind: K): SectionOf<K> | null {
  return (sections.find((section) => section.kind === kind) as SectionOf<K> | undefined) ?? null;
}

/** What the section of a kind found; null when the report has none, or when it failed. */
export function resultOf<K extends SectionKind>(report: Pick<Report, 'sections'>, kind: K): ResultOf<K> | null {
  return (sectionOf(report, kind)?.result as ResultOf<K> | null | undefined) ?? null;
}

/** Whether predictions were evaluated. */
export function isEvaluation(report: Pick<Report, 'sections'>): boolean {
  return sectionOf(report, 'predictions') !== null;
}

/** What a report that compares found of the columns. Throws where nothing was compared. */
export function driftOf(report: Pick<Report, 'sections'>): DriftResult {
  const drift = resultOf(report, 'drift');
  if (drift === null) throw new Error('This report compares nothing.');
  return drift;
}

/** Every column that was compared; none where nothing was. */
export function columnsOf(report: Pick<Report, 'sections'>): readonly ColumnReport[] {
  return resultOf(report, 'drift')?.columns ?? [];
}

/** A report of the same whose columns are these: of the same names, in another order or with other values. */
export function withColumns(report: Report, columns: readonly ColumnReport[]): Report {
  return {
    ...report,
    sections: report.sections.map((section) =>
      section.kind === 'drift' && section.result !== null ? { ...section, result: { ...section.result, columns } } : section,
    ),
  };
}

/** Rows that may belong together; null when all are taken as independent, or nothing was compared. */
export function blocksOf(report: Pick<Report, 'sections'>): Blocks | null {
  return resultOf(report, 'drift')?.blocks ?? null;
}

/** Remarks on schema and quality. */
export function notesOf(report: Pick<Report, 'sections'>): readonly Note[] {
  return sectionOf(report, 'quality')?.notes ?? [];
}
