import { withChecks } from '../check/withChecks.ts';
import type { DriftResult } from '../sections/drift/result.ts';
import type { PerformanceResult } from '../sections/performance/result.ts';
import type { PredictionsResult } from '../sections/predictions/result.ts';
import type { Evaluation } from './evaluationOf.ts';
import { isReport } from './isReport.ts';
import { type Report, reportVersion } from './report.ts';
import type { UncheckedSection } from './section.ts';

/** A report of version 2: the same numbers, before a report was made of sections. */
export interface ReportVersion2 extends DriftResult {
  readonly schema: 'driftbook.report';
  readonly version: 2;
  readonly kind: 'comparison' | 'evaluation';
  readonly createdAt: string;
  readonly durationMs: number;
  readonly tool: Report['run']['tool'];
  readonly spec: Report['spec'];
  readonly reference: Report['datasets']['reference'];
  readonly current: Report['datasets']['current'];
  readonly time: Report['time'];
  readonly notes: Extract<UncheckedSection, { kind: 'quality' }>['notes'];
  readonly findings: Report['findings'];
  readonly evaluation: Evaluation | null;
}

/** A report of version 3: before its sections held their checks. */
export interface ReportVersion3 extends Omit<Report, 'version' | 'sections'> {
  readonly version: 3;
  readonly sections: readonly UncheckedSection[];
}

/**
 * A kept report in the shape of today: as it is, or brought up from the versions before without a change to any number. What was asked and what became of it
 * follows from what was found. Null where it is none, or of a
 * version of the future, or of version 1: that was decided by another rule, and is not shown as if it were of today.
 */
export function migrate(kept: unknown): Report | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { schema, version } = kept as { readonly schema?: unknown; readonly version?: unknown };
  if (schema !== 'driftbook.report') return null;
  if (version === reportVersion) return isReport(kept) ? kept : null;
  if (version === 3) return fromVersion3(kept as ReportVersion3);
  if (version !== 2 || !Array.isArray((kept as Partial<ReportVersion2>).columns)) return null;
  return fromVersion3(fromVersion2(kept as ReportVersion2));
}

/** Null where it has not the frame of a report: nothing is asked of what is none. */
function fromVersion3(kept: ReportVersion3): Report | null {
  const { sections } = kept;
  const framed = Array.isArray(sections) ? sections.map((section) => ({ ...section, checks: [] })) : sections;
  const brought = { ...kept, version: reportVersion, sections: framed } as Report;
  return isReport(brought) ? { ...brought, sections: withChecks(sections) } : null;
}

function fromVersion2(kept: ReportVersion2): ReportVersion3 {
  const { schema, createdAt, durationMs, tool, spec, reference, current, time, notes, findings, evaluation } = kept;
  const { rule, blocks, family, summary } = kept;
  // What that version did not look at is not there.
  const columns = kept.columns.map((column) => ({
    ...column,
    whole: { ...column.whole, within: null },
    chunks: column.chunks.map((cell) => ({ ...cell, within: null })),
    like: null,
    unmatched: false,
  }));
  const compared: UncheckedSection[] =
    reference === null ? [] : [{ kind: 'drift', result: { rule, blocks, family, summary, columns }, notes: [], failed: null }];
  return {
    schema,
    version: 3,
    run: { createdAt, durationMs, tool },
    spec,
    datasets: { reference, current },
    time,
    season: null,
    sections: [
      { kind: 'quality', result: {}, notes, failed: null },
      ...compared,
      ...(evaluation === null ? [] : evaluationSections(evaluation)),
    ],
    findings,
  };
}

/** The sections that say together what an evaluation said. What failed as a whole is told by its section, parts of the performance by remarks. */
export function evaluationSections(evaluation: Evaluation): UncheckedSection[] {
  const { columns, classes, classCount, threshold, costs, rows, training, behaviour } = evaluation;
  const { measures, verdict, rival, season, labelsEnd, clusters, confusion, byClass, curves, residuals } = evaluation;
  const { resources, estimate, slices, fairness, attribution } = evaluation;
  const predictions: PredictionsResult = { columns, classes, classCount, threshold, costs, rows, training, behaviour };
  const performance: PerformanceResult = {
    measures,
    verdict,
    rival,
    season,
    labelsEnd,
    clusters,
    confusion,
    byClass,
    curves,
    residuals,
  };
  const failure = (kind: UncheckedSection['kind']): string | null => {
    const note = evaluation.notes.find(({ code, values }) => code === 'part_failed' && values.part === kind);
    return note === undefined ? null : String(note.values.error ?? '');
  };
  const section = <K extends UncheckedSection['kind'], R>(kind: K, result: R | null) => ({
    kind,
    result,
    notes: [],
    failed: failure(kind),
  });
  const sections = [
    section('resources', resources.length === 0 ? null : { columns: resources }),
    section('estimate', estimate),
    section('slices', slices),
    section('fairness', fairness.length === 0 ? null : { groups: fairness }),
    section('attribution', attribution),
  ].filter(({ result, failed }) => result !== null || failed !== null) as UncheckedSection[];
  const told = new Set<unknown>(sections.filter(({ failed }) => failed !== null).map(({ kind }) => kind));
  const notes = evaluation.notes.filter(({ code, values }) => code !== 'part_failed' || !told.has(values.part));
  return [
    { kind: 'predictions', result: predictions, notes, failed: null },
    { kind: 'performance', result: performance, notes: [], failed: null },
    ...sections,
  ];
}
