import type { ChunkCell, ColumnReport, Decision, DecisionRule, MissingChange, Movement, TimeAxis, Verdict } from '../report/report.ts';
import type { ChunkAnalysis, ColumnAnalysis, WindowTest } from './columnAnalysis.ts';
import type { ColumnTask } from './columnTask.ts';
import { type CellVerdict, severityOf } from './decide.ts';
import { promote } from './promote.ts';
import { reachesLimit } from './reachesLimit.ts';
import { rowsToDecide, significantMove } from './visible.ts';

/** Everything about a column that is known once the whole family is decided. */
export interface DecidedColumn {
  readonly task: ColumnTask;
  readonly analysis: ColumnAnalysis | null;
  readonly whole: CellVerdict | null;
  readonly chunks: readonly CellVerdict[];
  readonly missing: MissingChange;
  readonly limit: number;
  readonly error: string | null;
}

/** A chunk must move this much further than any reference chunk to be more than season. */
const seasonalMargin = 1.1;

const rank: Record<Verdict, number> = { not_tested: 0, ok: 1, watch: 2, alert: 3 };

/** The report of one column. `alpha` is the p that would have been an alert. */
export function columnReport(column: DecidedColumn, time: TimeAxis | null, rule: DecisionRule, alpha: number): ColumnReport {
  const { task, analysis, missing, limit } = column;
  const base = {
    name: task.name,
    role: task.role,
    evidence: task.evidence,
    roleGiven: task.roleGiven,
    kind: (task.reference ?? task.current)!.kind,
    types: { reference: task.reference?.physicalType ?? null, current: task.current?.physicalType ?? null },
    missing,
    error: column.error,
  };
  if (analysis === null || column.whole === null) {
    const reason = column.error === null ? (task.reason ?? 'pending') : 'failed';
    return {
      ...base,
      verdict: 'not_tested',
      p: null,
      q: null,
      effect: null,
      test: null,
      statistic: null,
      tvd: null,
      limit,
      severity: null,
      reason,
      treatedAs: null,
      worst: 'not_tested',
      cause: null,
      since: null,
      n: { reference: usable(task.reference), current: usable(task.current) },
      measures: null,
      numeric: null,
      categories: null,
      histogram: null,
      ecdf: null,
      quantileShift: null,
      movement: missingMovement(missing) ?? { kind: 'none', category: null, from: null, to: null },
      visible: null,
      rowsNeeded: null,
      chunks: [],
      referenceChunks: [],
      ownChunkEffect: null,
    };
  }
  const decided = decision(analysis.whole, column.whole, limit);
  const { nReference, nCurrent } = analysis.whole.test;
  const nothing = decided.reason === 'too_few_rows' && (nReference === 0 || nCurrent === 0);
  const values: Decision = nothing ? { ...decided, reason: 'all_null' } : decided;
  const chunks = chunkCells(column, analysis, time, rule);
  const tested = values.verdict !== 'not_tested';
  const verdict = tested ? worse(values.verdict, missing.verdict) : values.verdict;
  const worst = tested ? chunks.reduce((w, c) => worse(w, seasonal(c, analysis.ownChunkEffect) ? 'watch' : c.verdict), verdict) : verdict;
  const cause =
    worst === 'ok' || worst === 'not_tested' ? null : values.verdict === worst ? 'whole' : missing.verdict === worst ? 'missing' : 'chunk';
  const significant = significantMove(analysis.whole, analysis.shape, alpha);
  const cannotTell = worst !== 'alert' && (values.reason === 'too_few_rows' || (significant !== null && significant > limit));
  return {
    ...base,
    ...values,
    verdict,
    treatedAs: analysis.treatedAs,
    worst,
    cause,
    since: worst === 'alert' ? sinceChunk(chunks) : null,
    n: { reference: nReference, current: nCurrent },
    measures: analysis.measures,
    numeric: analysis.numeric,
    categories: analysis.categories,
    histogram: analysis.histogram,
    ecdf: analysis.ecdf,
    quantileShift: analysis.quantileShift,
    movement: (cause === 'missing' ? missingMovement(missing) : null) ?? analysis.movement,
    visible: significant === null ? null : Math.max(limit, significant),
    rowsNeeded: cannotTell ? rowsToDecide(analysis.whole, analysis.shape, limit, alpha) : null,
    chunks,
    referenceChunks: analysis.referenceChunks,
    ownChunkEffect: analysis.ownChunkEffect,
  };
}

/** An alert of a chunk that moved no further from the reference than the reference's own chunks do. */
function seasonal(chunk: ChunkCell, ownChunkEffect: number | null): boolean {
  return (
    chunk.verdict === 'alert' &&
    ownChunkEffect !== null &&
    chunk.effect !== null &&
    !reachesLimit(chunk.effect, ownChunkEffect * seasonalMargin)
  );
}

function usable(profile: ColumnTask['reference']): number {
  return profile === null ? 0 : profile.rows - profile.nulls - profile.nans - profile.infinities;
}

function worse(a: Verdict, b: Verdict): Verdict {
  return rank[b] > rank[a] ? b : a;
}

function decision(window: WindowTest, verdict: CellVerdict, limit: number): Decision {
  const { test } = window;
  return {
    verdict: verdict.verdict,
    p: test.p,
    q: verdict.q,
    effect: test.effect,
    test: test.test,
    statistic: test.statistic,
    tvd: test.tvd,
    limit,
    severity: verdict.severity,
    reason: test.reason,
  };
}

function chunkCells(column: DecidedColumn, analysis: ColumnAnalysis, time: TimeAxis | null, rule: DecisionRule): ChunkCell[] {
  const cells = analysis.chunks.map((chunk: ChunkAnalysis, i) => ({
    ...decision(chunk, column.chunks[i]!, column.limit),
    ...chunk.summary,
    name: time?.chunks[i]?.name ?? String(i),
    measures: chunk.measures,
    counts: chunk.counts,
  }));
  const verdicts = promote(cells, rule);
  return cells.map((cell, i) =>
    verdicts[i] === cell.verdict ? cell : { ...cell, verdict: verdicts[i]!, severity: severityOf(cell.effect ?? 0) },
  );
}

/** First chunk from which two thirds of the tested chunks to the end are alerts; else the first alert; null without one. */
export function sinceChunk(chunks: readonly { readonly verdict: Verdict }[]): number | null {
  let alerts = 0;
  let tested = 0;
  let since: number | null = null;
  for (let i = chunks.length - 1; i >= 0; i--) {
    if (chunks[i]!.verdict === 'not_tested') continue;
    tested++;
    if (chunks[i]!.verdict !== 'alert') continue;
    alerts++;
    if (reachesLimit(alerts / tested, 2 / 3)) since = i;
  }
  if (since !== null) return since;
  const first = chunks.findIndex((c) => c.verdict === 'alert');
  return first < 0 ? null : first;
}

function missingMovement(missing: MissingChange): Movement | null {
  if (missing.verdict !== 'alert' && missing.verdict !== 'watch') return null;
  const from = missing.reference.share;
  const to = missing.current.share;
  return { kind: to > from ? 'more_missing' : 'less_missing', category: null, from, to };
}
