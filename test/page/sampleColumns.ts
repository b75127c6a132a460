import type { ColumnMark, Decision, MissingCounts } from '../../src/core/check/verdict.ts';
import type { Measures } from '../../src/core/measures/drift/registry.ts';
import { windowMeasures } from '../../src/core/measures/drift/windowMeasures.ts';
import type { Chunk } from '../../src/core/report/report.ts';
import type { Categories, ChunkCell, ChunkSummary, ColumnReport, Movement } from '../../src/core/sections/drift/result.ts';
import { quantileProbabilities } from '../../src/core/sections/drift/result.ts';
import type { Role } from '../../src/core/spec/spec.ts';

export const rowsPerSide = 50_000;
const limit = 0.05;
const binCount = 34;

/** A small generator, so that every run draws the same pictures. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

const bump = (x: number, middle: number, width: number): number => Math.exp(-((x - middle) ** 2) / (2 * width * width));

export interface Recipe {
  readonly name: string;
  readonly role?: Role;
  readonly verdict: ColumnMark;
  readonly effect: number;
  /** First chunk that moved. */
  readonly since: number | null;
  readonly scale?: number;
  readonly categories?: readonly string[];
  readonly missing?: readonly [number, number];
  readonly movement?: Movement;
  readonly discrete?: boolean;
}

const noMovement: Movement = { kind: 'none', category: null, from: null, to: null };

export function decision(verdict: ColumnMark, effect: number | null): Decision {
  const tested = verdict !== 'not_tested';
  return {
    verdict,
    p: tested ? (verdict === 'ok' ? 0.42 : 1e-9) : null,
    effect,
    test: tested ? 'anderson_darling' : null,
    statistic: tested ? (effect ?? 0) * 4000 : null,
    tvd: effect === null ? null : effect + 0.01,
    within: null,
    designEffect: tested ? 1.4 : null,
    limit,
    reason: tested ? null : 'identifier',
  };
}

export function measures(effect: number, numeric: boolean): Measures {
  return {
    ...windowMeasures(null),
    ks: numeric ? { d: effect * 0.95 + 0.004, p: effect > 0.02 ? 1e-12 : 0.4 } : null,
    wasserstein: numeric ? { raw: effect * 25_000, robustSd: effect * 2.5 } : null,
    psi: effect * effect * 9 + 0.0004,
    jensenShannon: effect * 1.05 + 0.003,
    andersonDarling: numeric ? { a2: effect * 4500 + 0.8, p: effect > 0.02 ? 1e-10 : 0.4 } : null,
    chiSquare: numeric ? null : { statistic: effect * 3000 + 1, df: 4, p: effect > 0.02 ? 1e-10 : 0.5, cramersV: effect * 0.6 },
  };
}

function missingCounts(rows: number, share: number): MissingCounts {
  return { rows, nulls: Math.round(rows * share), nans: 0, infinities: 0, unreadable: 0, share };
}

/** Cumulates densities and reads quantiles of the bins off them. */
function quantilesOf(edges: readonly number[], counts: readonly number[], probabilities: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return probabilities.map((p) => {
    let left = p * total;
    for (let i = 0; i < counts.length; i += 1) {
      if (left <= counts[i]!) return edges[i]! + ((edges[i + 1]! - edges[i]!) * left) / (counts[i]! || 1);
      left -= counts[i]!;
    }
    return edges[edges.length - 1]!;
  });
}

/** Counts of a part of `rows` rows, of which a share `moved` has left the reference shape for a hump further right. */
function density(rows: number, moved: number, bins: number, random: () => number): number[] {
  const weights = Array.from({ length: bins }, (_, i) => {
    const x = (i + 0.5) / bins;
    const base = 0.9 * bump(x, 0.3, 0.13) + 0.25 * bump(x, 0.6, 0.1) + 0.01;
    return base * (1 - moved * 2.4) + moved * 2.4 * bump(x, 0.64, 0.12) + 0.015 * random();
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.max(0, Math.round((weight / total) * rows)));
}

function categoryWeights(count: number, moved: number, random: () => number): number[] {
  const weights = Array.from({ length: count }, (_, i) => 0.62 ** i + 0.004 * random());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / total);
  shares[0] = shares[0]! - moved;
  shares[1] = shares[1]! + moved;
  return shares;
}

export function column(recipe: Recipe, chunks: readonly Chunk[], referenceChunks: readonly Chunk[], seed: number): ColumnReport {
  const random = generator(seed * 7919 + 11);
  const numeric = recipe.categories === undefined;
  const bins = recipe.discrete === true ? 12 : binCount;
  const scale = recipe.scale ?? 1;
  const edges = Array.from({ length: bins + 1 }, (_, i) => (recipe.discrete === true ? i - 0.5 : (i / bins) * 60_000 * scale));
  const names = recipe.categories ?? [];
  const [missingBefore, missingAfter] = recipe.missing ?? [0, 0];
  const effectAt = (chunk: number): number =>
    recipe.since !== null && chunk >= recipe.since ? recipe.effect * (0.9 + 0.25 * random()) : Math.max(0, 0.012 * random() - 0.003);
  const draw = (rows: number, moved: number): number[] =>
    numeric
      ? density(rows, moved, bins, random)
      : [...categoryWeights(names.length, moved, random).map((share) => Math.round(share * rows)), 0];
  const quartiles = (counts: readonly number[]): [number, number, number] | null =>
    numeric ? (quantilesOf(edges, counts, [0.25, 0.5, 0.75]) as [number, number, number]) : null;
  const sharesOf = (counts: readonly number[]): number[] | null => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return numeric ? null : counts.slice(0, Math.min(6, names.length)).map((count) => count / total);
  };
  const summary = (index: number, rows: number, counts: readonly number[], missing: number): ChunkSummary => ({
    chunk: index,
    rows,
    missingShare: missing === 0 ? 0 : missing * (0.8 + 0.4 * random()),
    quartiles: quartiles(counts),
    shares: sharesOf(counts),
  });
  const cells: ChunkCell[] = chunks.map((chunk, index) => {
    const effect = effectAt(index);
    const counts = draw(chunk.rows, effect);
    const verdict: ColumnMark = effect >= limit ? 'alert' : recipe.verdict === 'watch' && index === recipe.since ? 'watch' : 'ok';
    const few = index === 3 && recipe.name === 'driver_tenure';
    const decided = few ? { ...decision('not_tested', null), reason: 'too_few_rows' as const } : decision(verdict, effect);
    const late = recipe.since !== null && index >= recipe.since;
    const part = summary(index, few ? 14 : chunk.rows, counts, late ? missingAfter : missingBefore);
    return { ...decided, ...part, missingVerdict: 'ok', missingP: 1, name: chunk.name, measures: measures(effect, numeric), counts };
  });
  const reference = draw(rowsPerSide, 0);
  const current = draw(rowsPerSide, recipe.effect);
  const probabilities = Array.from({ length: 51 }, (_, i) => i * 0.02);
  const cumulative = (counts: readonly number[]): number[] => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    let run = 0;
    return [0, ...counts.map((count) => (run += count) / total)];
  };
  const referenceCurve = cumulative(reference);
  const currentCurve = cumulative(current);
  const gaps = referenceCurve.map((value, i) => Math.abs(value - currentCurve[i]!));
  const side = (counts: readonly number[]) => ({
    n: rowsPerSide,
    mean: 25_000 * scale,
    sd: 9_000 * scale,
    min: 0,
    max: 71_250 * scale,
    quantiles: quantilesOf(edges, counts, quantileProbabilities),
  });
  const categories: Categories | null = numeric
    ? null
    : {
        ordered: false,
        values: names.map((value, i) => ({ value, reference: reference[i]!, current: current[i]! })),
        other: { categories: 0, reference: 0, current: 0 },
        distinctReference: names.length,
        distinctCurrent: names.length,
        fresh: { categories: 0, rows: 0, values: [] },
        vanished: { categories: 0, rows: 0, values: [] },
      };
  const missingMoved = missingAfter - missingBefore > 0.02;
  const whole = decision(recipe.verdict === 'alert' && recipe.effect < limit ? 'ok' : recipe.verdict, recipe.effect);
  const calm = recipe.verdict === 'ok';
  return {
    verdict: recipe.verdict,
    certain: false,
    p: calm ? 0.42 : 1e-9,
    q: calm ? 0.55 : recipe.verdict === 'watch' ? 0.4 : 1e-8,
    effect: recipe.effect,
    effectChunk: null,
    limit,
    severity: recipe.verdict === 'alert' ? (recipe.effect > 0.2 ? 'major' : recipe.effect > 0.1 ? 'moderate' : 'minor') : null,
    reason: null,
    whole,
    block: null,
    name: recipe.name,
    role: recipe.role ?? 'feature',
    evidence: [],
    roleGiven: false,
    kind: numeric ? 'number' : 'text',
    treatedAs: numeric ? 'number' : 'category',
    types: { reference: numeric ? 'DOUBLE' : 'VARCHAR', current: numeric ? 'DOUBLE' : 'VARCHAR' },
    cause: recipe.verdict === 'ok' ? null : missingMoved ? 'missing' : recipe.since === null ? 'whole' : 'chunk',
    since: recipe.verdict === 'alert' ? recipe.since : null,
    n: { reference: rowsPerSide, current: rowsPerSide },
    missing: {
      reference: missingCounts(rowsPerSide, missingBefore),
      current: missingCounts(rowsPerSide, (missingBefore + missingAfter) / 2),
      p: 0.4,
      q: missingMoved ? 1e-8 : 0.6,
      verdict: missingMoved && (recipe.verdict === 'alert' || recipe.verdict === 'watch') ? recipe.verdict : 'ok',
      at: (missingBefore + missingAfter) / 2,
      chunk: null,
      block: null,
    },
    measures: measures(recipe.effect, numeric),
    numeric: numeric ? { reference: side(reference), current: side(current) } : null,
    categories,
    histogram: numeric
      ? {
          edges,
          reference,
          current,
          clipped: { belowReference: 0, belowCurrent: 0, aboveReference: 60, aboveCurrent: recipe.since === null ? 0 : 200 },
          discrete: recipe.discrete === true,
        }
      : null,
    ecdf: numeric ? { x: edges, reference: referenceCurve, current: currentCurve, at: edges[gaps.indexOf(Math.max(...gaps))]! } : null,
    quantileShift: numeric
      ? { probabilities, reference: quantilesOf(edges, reference, probabilities), current: quantilesOf(edges, current, probabilities) }
      : null,
    movement: recipe.movement ?? noMovement,
    like: null,
    unmatched: false,
    visible: 0.05,
    rowsNeeded: null,
    chunks: cells,
    referenceChunks: referenceChunks.map((chunk, index) => summary(index, chunk.rows, draw(chunk.rows, 0), missingBefore)),
    error: null,
  };
}

/** A column that takes no part: nothing but its name, role and reason. */
export function untested(name: string, role: Role, reason: Decision['reason']): ColumnReport {
  return {
    verdict: 'not_tested',
    certain: false,
    p: null,
    q: null,
    effect: null,
    effectChunk: null,
    limit,
    severity: null,
    reason,
    whole: { ...decision('not_tested', null), reason },
    block: null,
    name,
    role,
    evidence: [],
    roleGiven: false,
    kind: role === 'timestamp' ? 'timestamp' : 'text',
    treatedAs: null,
    types: { reference: 'BIGINT', current: 'BIGINT' },
    cause: null,
    since: null,
    n: { reference: rowsPerSide, current: rowsPerSide },
    missing: {
      reference: missingCounts(rowsPerSide, 0),
      current: missingCounts(rowsPerSide, 0),
      p: null,
      q: null,
      verdict: 'ok',
      at: 0,
      chunk: null,
      block: null,
    },
    measures: null,
    numeric: null,
    categories: null,
    histogram: null,
    ecdf: null,
    quantileShift: null,
    movement: noMovement,
    like: null,
    unmatched: false,
    visible: null,
    rowsNeeded: null,
    chunks: [],
    referenceChunks: [],
    error: null,
  };
}
