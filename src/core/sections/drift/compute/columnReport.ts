import { columnVerdict, untestedVerdict } from '../../../check/columnVerdict.ts';
import type { DecidedTable } from '../../../check/decideReport.ts';
import { missingChange, missingMark } from '../../../check/missingChange.ts';
import { reachesLimit } from '../../../check/reachesLimit.ts';
import { rowsToTell } from '../../../check/rowsToTell.ts';
import { unmatchedMarks } from '../../../check/unmatchedMarks.ts';
import type { DecisionRule, MissingChange } from '../../../check/verdict.ts';
import { type VisibleQuestion, visibleShare } from '../../../check/visible.ts';
import type { ReportSeason, TimeAxis } from '../../../report/report.ts';
import { movedShare } from '../../../stats/distances/movedShare.ts';
import type { ColumnAnalysis } from '../../columnAnalysis.ts';
import type { ChunkCell, ColumnReport, LikeForLike, Movement } from '../result.ts';
import type { ColumnTask } from './columnTask.ts';

/** Everything about a column that is known once the whole family is decided. */
export interface DecidedColumn {
  readonly task: ColumnTask;
  readonly analysis: ColumnAnalysis | null;
  readonly values: DecidedTable | null;
  readonly missing: DecidedTable | null;
  readonly limit: number;
  readonly error: string | null;
}

/** What all columns of a report have in common. */
export interface ReportFrame {
  readonly time: TimeAxis | null;
  readonly rule: DecisionRule;
  readonly season: ReportSeason | null;
  /** p of a column that would have been an alert. */
  readonly criticalP: number;
  /** Start of a block of current, epoch milliseconds. */
  readonly startOf: (block: number) => number;
}

/** The report of one column. */
export function columnReport(column: DecidedColumn, frame: ReportFrame): ColumnReport {
  const { task, analysis, values, limit } = column;
  const missing = missingChange({
    reference: task.reference,
    current: task.current,
    decided: column.missing,
    limit,
    shares: analysis?.chunks.map(({ summary }) => summary.missingShare) ?? [],
    startOf: frame.startOf,
  });
  const known: Pick<ColumnReport, Common> = {
    name: task.name,
    role: task.role,
    evidence: task.evidence,
    roleGiven: task.roleGiven,
    kind: (task.reference ?? task.current)!.kind,
    types: { reference: task.reference?.physicalType ?? null, current: task.current?.physicalType ?? null },
    missing,
    error: column.error,
  };
  if (analysis === null || values === null) return { ...known, ...untested(column, missing) };
  return { ...known, ...tested({ analysis, values, missing, missingTable: column.missing, limit }, frame) };
}

/** A column that was analysed and decided. */
interface TestedColumn {
  readonly analysis: ColumnAnalysis;
  readonly values: DecidedTable;
  readonly missing: MissingChange;
  readonly missingTable: DecidedTable | null;
  readonly limit: number;
}

/** What is reported of a column that was analysed: its verdict, what shows it, and its chunks. */
function tested(column: TestedColumn, frame: ReportFrame): Omit<ColumnReport, Common> {
  const { analysis, values, missing, limit } = column;
  const missingChunks = analysis.chunks.map((_, i) => missingMark(column.missingTable, missing, i));
  const question = visibleQuestion(column, frame);
  const visible = visibleShare(question);
  const { chunks: windows, ...verdict } = columnVerdict({
    values,
    missing,
    missingChunks: missingChunks.map(({ missingVerdict }) => missingVerdict),
    limit,
    visible,
    slack: frame.rule.slack,
    startOf: frame.startOf,
  });
  const like = likeOf(analysis, values);
  const target = limit + frame.rule.slack;
  const asked = verdict.verdict === 'cannot_tell' && visible !== null && !reachesLimit(target, visible);
  return {
    ...verdict,
    ...shownOf(analysis),
    like,
    unmatched: unmatchedMarks({ ...verdict, chunks: windows, like, season: frame.season }),
    movement: (verdict.cause === 'missing' ? missingMovement(missing) : null) ?? analysis.movement,
    visible,
    rowsNeeded: asked ? rowsToTell(question, target) : null,
    chunks: analysis.chunks.map(
      (chunk, i): ChunkCell => ({
        ...windows[i]!,
        ...chunk.summary,
        ...missingChunks[i]!,
        name: frame.time?.chunks[i]?.name ?? String(i),
        measures: chunk.measures,
        counts: chunk.counts,
      }),
    ),
    referenceChunks: analysis.referenceChunks,
  };
}

/** Which change the rows of a column would have shown. */
function visibleQuestion({ analysis, values, limit }: TestedColumn, { criticalP }: ReportFrame): VisibleQuestion {
  return {
    evidence: analysis.values,
    result: values.whole,
    shape: sampleShape(analysis.shape),
    limit,
    alpha: criticalP / (values.chunks.some(({ p }) => p !== null) ? 2 : 1),
  };
}

/** What an analysis shows, whatever is decided. */
function shownOf(analysis: ColumnAnalysis) {
  const { rows, referenceRows } = analysis.values.whole;
  return {
    treatedAs: analysis.treatedAs,
    n: { reference: referenceRows, current: rows },
    measures: analysis.measures,
    numeric: analysis.numeric,
    categories: analysis.categories,
    histogram: analysis.histogram,
    ecdf: analysis.ecdf,
    quantileShift: analysis.quantileShift,
  };
}

type Common = 'name' | 'role' | 'evidence' | 'roleGiven' | 'kind' | 'types' | 'missing' | 'error';

/** What is reported of a column that was not analysed. */
function untested({ task, error, limit }: DecidedColumn, missing: MissingChange): Omit<ColumnReport, Common> {
  const reason = error === null ? (task.reason ?? 'pending') : 'failed';
  return {
    ...untestedVerdict(reason, limit),
    treatedAs: null,
    n: { reference: usable(task.reference), current: usable(task.current) },
    measures: null,
    numeric: null,
    categories: null,
    histogram: null,
    ecdf: null,
    quantileShift: null,
    like: null,
    unmatched: false,
    movement: missingMovement(missing) ?? { kind: 'none', category: null, from: null, to: null },
    visible: null,
    rowsNeeded: null,
    chunks: [],
    referenceChunks: [],
  };
}

function usable(profile: ColumnTask['reference']): number {
  return profile === null ? 0 : profile.rows - profile.nulls - profile.nans - profile.infinities;
}

/** Like for like, by the design effect of the whole. */
function likeOf({ like }: ColumnAnalysis, { whole }: DecidedTable): LikeForLike | null {
  return like === null ? null : { effect: movedShare(like.move, whole.blocks?.phi ?? 1), movement: like.movement, medians: like.medians };
}

function missingMovement(missing: MissingChange): Movement | null {
  if (missing.verdict !== 'alert' && missing.verdict !== 'watch') return null;
  const from = missing.reference.share;
  const to = missing.at;
  return { kind: to > from ? 'more_missing' : 'less_missing', category: null, from, to };
}

/** A column of one value moves like any other: nothing is known of its shape. */
function sampleShape(shape: ColumnAnalysis['shape']): ColumnAnalysis['shape'] {
  return shape.kind === 'category' && shape.shares.filter((s) => s > 0).length < 2 ? { kind: 'number' } : shape;
}
