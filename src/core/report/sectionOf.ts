import type { CheckResult } from '../check/check.ts';
import type { Blocks, ColumnReport, DriftResult } from '../sections/drift/result.ts';
import type { Note } from './note.ts';
import type { Report } from './report.ts';
import type { ResultOf, SectionKind, SectionOf, UncheckedSection } from './section.ts';

/** The section of a kind; null when the report has none. */
export function sectionOf<K extends SectionKind>({ sections }: Pick<Report, 'sections'>, kind: K): SectionOf<K> | null {
  return (sections.find((section) => section.kind === kind) as SectionOf<K> | undefined) ?? null;
}

/** Sections that hold results, whether or not anything was decided about them. */
interface Found {
  readonly sections: readonly UncheckedSection[];
}

/** What the section of a kind found; null when the report has none, or when it failed. */
export function resultOf<K extends SectionKind>({ sections }: Found, kind: K): ResultOf<K> | null {
  return (sections.find((section) => section.kind === kind)?.result as ResultOf<K> | null | undefined) ?? null;
}

/** What was asked of the section of a kind, and what became of that; none when the report has no such section. */
export function checksOf(report: Pick<Report, 'sections'>, kind: SectionKind): readonly CheckResult[] {
  return sectionOf(report, kind)?.checks ?? [];
}

const byId = new WeakMap<readonly CheckResult[], ReadonlyMap<string, CheckResult>>();

/** A check of a section by its id; null where it was not asked. Constant time after the first. */
export function checkOf(report: Pick<Report, 'sections'>, kind: SectionKind, id: string): CheckResult | null {
  const checks = checksOf(report, kind);
  let known = byId.get(checks);
  if (known === undefined) {
    known = new Map(checks.map((result) => [result.check.id, result]));
    byId.set(checks, known);
  }
  return known.get(id) ?? null;
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
export function columnsOf(report: Found): readonly ColumnReport[] {
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
