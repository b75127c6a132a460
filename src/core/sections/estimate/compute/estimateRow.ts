import { estimateStanding } from '../../../check/estimateStanding.ts';
import { failingSince } from '../../../check/failingSince.ts';
import type { Predictions } from '../../../read/predictions.ts';
import { type BlockSpread, blockVariance } from '../../../stats/blocks/blockVariance.ts';
import type { EstimatePoint, EstimateRow } from '../result.ts';
import { chunkLimits } from './chunkLimits.ts';
import type { EstimatedPart, EstimatedSides } from './estimatedParts.ts';
import type { EstimateInput } from './estimateInput.ts';
import type { ComputedEstimate, Refusal } from './estimateResult.ts';
import type { EstimatedMeasure } from './measures.ts';

/** Errors have no upper end and are worse when high. */
const errors = new Set<EstimatedMeasure>(['mae', 'mse', 'rmse', 'mape', 'msle', 'rmsle']);

/** Of a share of rows like this an estimate that knows nothing is none. */
const mostBeyond = 0.5;

type Limits = ReturnType<typeof chunkLimits>;

/** What a point is held against. */
interface Judged {
  readonly limits: Limits;
  /** Share of its rows where a column that matters leaves what reference has seen. */
  readonly beyond: number;
}

/** One measure over the whole of current, its chunks and those of reference. Null when the model does not give it. */
export function estimateRow(input: EstimateInput, name: EstimatedMeasure, { whole, now, past }: EstimatedSides): EstimateRow | null {
  const { current } = input;
  const estimate = whole[name];
  if (estimate === undefined) return null;
  const limits = limitsOf(input, name, estimate, past);
  const point = (of: ComputedEstimate | undefined, p: Predictions, chunk: number | null, judged: Judged | null): EstimatePoint =>
    pointOf(name, { chunk, of, realised: input.realised(p, name) }, judged);
  const over = (rows: Uint32Array | null) => beyondShare(input.beyond.rows, rows);
  const drawn = now.length === 0 ? limits.whole(current, current.rows) : limits.chunk(middle(now).taken, meanRows(now));
  const wholeLimits = limits.whole(current, estimate.n);
  const chunks = now.map(({ rows, taken, estimates }, i) => {
    const of = estimates[name];
    return point(of, taken, i, { limits: limits.chunk(taken, of?.n ?? 0), beyond: over(rows) });
  });
  return {
    name,
    whole: point(estimate, current, null, { limits: wholeLimits, beyond: over(null) }),
    chunks,
    referenceChunks: past.map(({ taken, estimates }, i) => point(estimates[name], taken, i, null)),
    reference: limits.reference,
    limits: boundsOf(drawn),
    wholeLimits: boundsOf(wholeLimits),
    since: failingSince(chunks.map((of) => (of.standing === null ? null : of.standing === 'worse'))),
  };
}

/** What a chunk, and the whole, may show by chance: `chunk` and `whole` by so many rows that lie in the days of some predictions. */
function limitsOf(input: EstimateInput, name: EstimatedMeasure, estimate: ComputedEstimate, past: readonly EstimatedPart[]) {
  const pastValues = past.flatMap(({ taken }) => input.realised(taken, name) ?? []);
  const reference = input.realised(input.reference, name);
  const spread = input.spread(name);
  const range = errors.has(name) ? { lower: 0, upper: null } : { lower: 0, upper: 1 };
  const by = (values: readonly number[]) => (p: Predictions, n: number) =>
    chunkLimits(values, reference, standardError(estimate, p, n, spread), range);
  // Chunks vary more than the whole: whole is held against whole.
  return { reference, chunk: by(pastValues), whole: by([]) };
}

/** Standard error of a measure over `rows` rows that lie in the days of `p`; null when it is not known. */
function standardError({ samplingError, n }: ComputedEstimate, p: Predictions, rows: number, spread: BlockSpread | null): number | null {
  if (samplingError === null || rows === 0) return null;
  const perRow = samplingError * Math.sqrt(n);
  const days = rowsByBlock(p);
  return Math.sqrt(days.length === 0 ? perRow ** 2 / rows : blockVariance(perRow ** 2 / rows, null, days, spread, null).variance);
}

/** A point; judged where it has something to be held against. */
function pointOf(
  name: EstimatedMeasure,
  { chunk, of, realised }: { readonly chunk: number | null; readonly of: ComputedEstimate | undefined; readonly realised: number | null },
  judged: Judged | null,
): EstimatePoint {
  const known = of ?? { value: null, low: null, high: null, n: 0, refused: 'undefined' as Refusal };
  const found =
    judged !== null && judged.beyond > mostBeyond ? { ...known, value: null, low: null, high: null, refused: 'inputs_beyond' } : known;
  const limits = judged?.limits ?? null;
  const standing = found.value === null || limits === null ? null : estimateStanding(found.value, limits, !errors.has(name));
  return {
    chunk,
    value: found.value,
    low: found.low,
    high: found.high,
    n: found.n,
    realised,
    standing,
    // Better than the reference is never an alarm.
    alert: standing === 'worse',
    refused: found.refused === null ? null : { code: found.refused, value: null },
  };
}

/** Share of some rows of current, or of all, where a column that matters leaves what reference has seen. @param flags 1 where it does. */
function beyondShare(flags: Uint8Array | null, rows: Uint32Array | null): number {
  if (flags === null) return 0;
  if (rows === null) return flags.reduce((sum, flag) => sum + flag, 0) / Math.max(1, flags.length);
  return rows.reduce((sum, row) => sum + flags[row]!, 0) / Math.max(1, rows.length);
}

function boundsOf(limits: Limits): EstimateRow['limits'] {
  return limits === null ? null : { low: limits.lower, high: limits.upper };
}

function meanRows(chunks: readonly EstimatedPart[]): number {
  return Math.round(chunks.reduce((sum, { taken }) => sum + taken.rows, 0) / chunks.length);
}

/** Rows of each block that has any; none without blocks. */
function rowsByBlock({ blockOf }: Predictions): number[] {
  const rows = new Map<number, number>();
  for (const block of blockOf ?? []) if (block >= 0) rows.set(block, (rows.get(block) ?? 0) + 1);
  return [...rows.values()];
}

/** The chunk of middle size. */
function middle(chunks: readonly EstimatedPart[]): EstimatedPart {
  return [...chunks].sort((a, b) => a.taken.rows - b.taken.rows)[Math.floor(chunks.length / 2)]!;
}
