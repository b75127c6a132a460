import type { Predictions } from '../read/predictions.ts';
import { type ClusterVariance, clusterVariance, jackknifeVariance } from '../stats/blocks/clusterVariance.ts';
import { areProbabilities, type ScoreCounts, scoreCounts } from '../stats/samples/scoreCounts.ts';
import { type ConfusionCells, confusionCounts, countsOfCells } from './classification/confusionCounts.ts';
import type { LabelContext } from './classification/labelMeasure.ts';
import { usualBeta } from './classification/labelMeasures.ts';
import { logLossClip } from './classification/logLoss.ts';
import { scoreBuckets } from './classification/scoreBuckets.ts';
import type { CountedScoreMeasure } from './classification/scoreMeasure.ts';
import { binaryScores, type MeasureContext, usableWeights } from './measuresOf.ts';
import { type MeasureName, measuresOfLabels, measuresOfScores } from './registry.ts';

/** Influences and the blocks they fall in. */
interface Blocks {
  readonly of: Int32Array;
  readonly count: number;
}

/** Keyed as measures are: name and cut-off. */
type Variances = Map<string, ClusterVariance>;

/**
 * Squared standard errors of measures when the rows of a block (a day) go together: sums of the rows' influences by block (means, ratios, AUC by
 * DeLong), or the measure with one block left out at a time (functions of counts, average precision, calibration error). Rows of no block are left
 * out. Measures that are not listed keep their rows' error. O(rows · log rows + blocks · cells).
 *
 * Source: media/docs/calibration.md, section 8.
 */
export function blockVariances(p: Predictions, context: MeasureContext): ReadonlyMap<string, ClusterVariance> {
  const found: Variances = new Map();
  if (p.blockOf === null) return found;
  let count = 0;
  for (const block of p.blockOf) count = Math.max(count, block + 1);
  const blocks: Blocks = { of: p.blockOf, count };
  const weights = usableWeights(p)?.weights ?? null;
  if (context.task === 'regression') regression(p, blocks, weights, found);
  else if (context.task !== 'ranking' && p.actual !== null) {
    labels(p, blocks, weights, context, found);
    if (context.task === 'binary') binary(p, blocks, weights, context.positive, found);
    else multiclass(p, blocks, weights, context, found);
  }
  return found;
}

function put(found: Variances, name: MeasureName, variance: ClusterVariance | null, at: number | null = null): void {
  if (variance !== null) found.set(`${name}@${at ?? ''}`, variance);
}

/** Sums by block of what a row adds; NaN adds nothing. */
function summed({ of, count }: Blocks, influence: (row: number) => number): ClusterVariance | null {
  const sums = new Float64Array(count);
  const seen = new Uint8Array(count);
  for (let i = 0; i < of.length; i++) {
    const block = of[i]!;
    const h = block < 0 ? Number.NaN : influence(i);
    if (Number.isNaN(h)) continue;
    sums[block]! += h;
    seen[block] = 1;
  }
  return clusterVariance(sums, seen);
}

/** A mean of a loss over rows; NaN is no row. */
function mean(blocks: Blocks, weights: Float64Array | null, loss: (row: number) => number): ClusterVariance | null {
  let total = 0;
  let weight = 0;
  for (let i = 0; i < blocks.of.length; i++) {
    const l = loss(i);
    if (Number.isNaN(l)) continue;
    const w = weights?.[i] ?? 1;
    total += w * l;
    weight += w;
  }
  const m = total / weight;
  return weight > 0 ? summed(blocks, (i) => ((weights?.[i] ?? 1) * (loss(i) - m)) / weight) : null;
}

function labels(p: Predictions, { of, count }: Blocks, weights: Float64Array | null, context: MeasureContext, found: Variances): void {
  const { actual, predicted } = p;
  if (actual === null || predicted === null) return;
  const whole = confusionCounts(actual, predicted, context.classes, weights ?? undefined);
  const at = new Map<number, number>();
  whole.cells.count.forEach((_, cell) => void at.set(whole.cells.actual[cell]! * context.classes + whole.cells.predicted[cell]!, cell));
  const byBlock = Array.from({ length: count }, () => new Map<number, number>());
  for (let i = 0; i < of.length; i++) {
    const [a, b, block] = [actual[i]!, predicted[i]!, of[i]!];
    if (a < 0 || b < 0 || block < 0) continue;
    const cell = at.get(a * context.classes + b)!;
    byBlock[block]!.set(cell, (byBlock[block]!.get(cell) ?? 0) + (weights?.[i] ?? 1));
  }
  const how: LabelContext = { positive: context.positive, beta: usualBeta, over: 'true' };
  const statistics = measuresOfLabels.filter(({ definition }) => definition.tasks.includes(context.task));
  const without = statistics.map((): (number | null)[] => []);
  for (const block of byBlock) {
    if (block.size === 0) continue;
    const left = whole.cells.count.slice();
    for (const [cell, n] of block) left[cell]! -= n;
    const cells: ConfusionCells = { ...whole.cells, count: left };
    const counts = countsOfCells(cells, context.classes);
    statistics.forEach((measure, s) => void without[s]!.push(measure.of(counts, how)));
  }
  statistics.forEach((measure, s) => void put(found, measure.definition.id, jackknifeVariance(without[s]!), measure.at?.(how) ?? null));
}

/** Placement values of DeLong by row, less the AUC and divided by the rows of the class; NaN for rows without score or label. */
function aucInfluence(counts: ScoreCounts, score: Float64Array, positive: Uint8Array): (row: number) => number {
  const { scores, positives, negatives, totalPositives: m, totalNegatives: n } = counts;
  const negativesBelow = new Float64Array(scores.length);
  const positivesBelow = new Float64Array(scores.length);
  let wins = 0;
  for (let i = 0, below = 0, ones = 0; i < scores.length; i++) {
    negativesBelow[i] = below + negatives[i]! / 2;
    positivesBelow[i] = ones + positives[i]! / 2;
    wins += positives[i]! * negativesBelow[i]!;
    below += negatives[i]!;
    ones += positives[i]!;
  }
  const auc = wins / (m * n);
  return (row) => {
    const s = score[row]! + 0;
    if (Number.isNaN(s) || positive[row]! > 1) return Number.NaN;
    const at = indexOf(scores, s);
    return positive[row] === 1 ? (negativesBelow[at]! / n - auc) / m : (1 - positivesBelow[at]! / m - auc) / n;
  };
}

/** Place of a value in a sorted list that holds it. */
function indexOf(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function binary(p: Predictions, blocks: Blocks, weights: Float64Array | null, positive: number, found: Variances): void {
  const score = p.scores[0];
  const counts = binaryScores(p, positive);
  if (score === undefined || counts === null) return;
  const isPositive = Uint8Array.from(p.actual!, (code) => (code < 0 ? 255 : code === positive ? 1 : 0));
  if (weights === null && counts.totalPositives > 1 && counts.totalNegatives > 1) {
    const auc = summed(blocks, aucInfluence(counts, score, isPositive));
    put(found, 'roc_auc', auc);
    put(found, 'gini', auc && { ...auc, variance: 4 * auc.variance });
  }
  const judged = (row: number): boolean => isPositive[row]! <= 1 && !Number.isNaN(score[row]!);
  if (areProbabilities(counts)) {
    const inside = (x: number): number => Math.min(1 - logLossClip, Math.max(logLossClip, x));
    const own = (row: number): number => (isPositive[row] === 1 ? score[row]! : 1 - score[row]!);
    put(
      found,
      'log_loss',
      mean(blocks, weights, (i) => (judged(i) ? -Math.log(inside(own(i))) : Number.NaN)),
    );
    put(
      found,
      'brier',
      mean(blocks, weights, (i) => (judged(i) ? (1 - own(i)) ** 2 : Number.NaN)),
    );
  }
  curves({ counts, score, isPositive }, blocks, weights, found);
}

/** A score by row and counted, with whether each row is positive: 1, 0, or 255 without a label. */
interface Scored {
  readonly counts: ScoreCounts;
  readonly score: Float64Array;
  readonly isPositive: Uint8Array;
}

/** Measures with one block left out at a time (average precision, KS, calibration error), on groups of neighbouring scores. */
function curves({ counts, score, isPositive }: Scored, { of, count }: Blocks, weights: Float64Array | null, found: Variances): void {
  const coarse = scoreBuckets(counts);
  const { scores } = coarse;
  // Row counts need not follow the buckets' means exactly: the nearest bucket does for a difference of one block.
  const bounds = Float64Array.from(scores.subarray(1), (x, i) => (x + scores[i]!) / 2);
  const size = scores.length;
  const byBlock = Array.from({ length: count }, () => new Map<number, number>());
  const total = new Float64Array(2 * size);
  for (let i = 0; i < of.length; i++) {
    if (isPositive[i]! > 1 || Number.isNaN(score[i]!)) continue;
    let bucket = bounds.length === 0 ? 0 : indexOf(bounds, score[i]!);
    if (bucket < bounds.length && score[i]! > bounds[bucket]!) bucket++;
    const cell = isPositive[i] === 1 ? bucket : size + bucket;
    const w = weights?.[i] ?? 1;
    total[cell]! += w;
    if (of[i]! >= 0) byBlock[of[i]!]!.set(cell, (byBlock[of[i]!]!.get(cell) ?? 0) + w);
  }
  const statistics = measuresOfScores.filter((measure): measure is CountedScoreMeasure => measure.byBlock === true);
  const without = statistics.map((): (number | null)[] => []);
  for (const block of byBlock) {
    if (block.size === 0) continue;
    const left = total.slice();
    for (const [cell, n] of block) left[cell]! -= n;
    const positives = left.subarray(0, size);
    const negatives = left.subarray(size);
    const sum = (part: Float64Array): number => part.reduce((all, n) => all + n, 0);
    const resampled = { ...coarse, positives, negatives, totalPositives: sum(positives), totalNegatives: sum(negatives) };
    statistics.forEach((measure, s) => void without[s]!.push(measure.of(resampled, null)));
  }
  statistics.forEach(({ definition }, s) => void put(found, definition.id, jackknifeVariance(without[s]!)));
}

function multiclass(p: Predictions, blocks: Blocks, weights: Float64Array | null, { classes }: MeasureContext, found: Variances): void {
  const { actual, scores } = p;
  if (actual === null || scores.length !== classes) return;
  const usable = (row: number): boolean => actual[row]! >= 0 && scores.every((column) => !Number.isNaN(column[row]!));
  const valid = scores.every((column) => column.every((x) => Number.isNaN(x) || (x >= 0 && x <= 1)));
  const total = (row: number): number => scores.reduce((sum, column) => sum + column[row]!, 0);
  if (valid) {
    const inside = (x: number): number => Math.min(1 - logLossClip, Math.max(logLossClip, x));
    const clipped = (row: number): number => scores.reduce((sum, column) => sum + inside(column[row]!), 0);
    const log = (i: number): number => -Math.log(inside(scores[actual[i]!]![i]!) / clipped(i));
    put(
      found,
      'log_loss',
      mean(blocks, weights, (i) => (usable(i) ? log(i) : Number.NaN)),
    );
    const square = (i: number): number =>
      scores.reduce((sum, column, c) => sum + (column[i]! / total(i) - (actual[i] === c ? 1 : 0)) ** 2, 0);
    put(
      found,
      'brier',
      mean(blocks, weights, (i) => (usable(i) ? square(i) : Number.NaN)),
    );
  }
  if (weights !== null) return;
  const areas = scores.map((score, c) => {
    const positive = Uint8Array.from(actual, (_, i) => (usable(i) ? (actual[i] === c ? 1 : 0) : 255));
    const counts = scoreCounts(score, positive);
    return counts.totalPositives > 1 && counts.totalNegatives > 1 ? { of: aucInfluence(counts, score, positive), n: counts } : null;
  });
  if (areas.some((area) => area === null)) return;
  const all = areas[0]!.n.totalPositives + areas[0]!.n.totalNegatives;
  const weighted = (share: (c: number) => number) => (row: number) => areas.reduce((sum, area, c) => sum + share(c) * area!.of(row), 0);
  put(
    found,
    'roc_auc_ovr_macro',
    summed(
      blocks,
      weighted(() => 1 / classes),
    ),
  );
  put(
    found,
    'roc_auc_ovr_weighted',
    summed(
      blocks,
      weighted((c) => areas[c]!.n.totalPositives / all),
    ),
  );
}

function regression({ target, forecast, rows }: Predictions, blocks: Blocks, weights: Float64Array | null, found: Variances): void {
  if (target === null || forecast === null) return;
  const w = (row: number): number => weights?.[row] ?? 1;
  const error = (row: number): number => {
    const e = forecast[row]! - target[row]!;
    return Number.isFinite(e) ? e : Number.NaN;
  };
  let [n, sum, squares, absolute, size] = [0, 0, 0, 0, 0];
  for (let i = 0; i < rows; i++) {
    const e = error(i);
    if (Number.isNaN(e)) continue;
    n += w(i);
    sum += w(i) * target[i]!;
    squares += w(i) * e * e;
    absolute += w(i) * Math.abs(e);
    size += w(i) * Math.abs(target[i]!);
  }
  if (!(n > 0)) return;
  const centre = sum / n;
  let spread = 0;
  for (let i = 0; i < rows; i++) if (!Number.isNaN(error(i))) spread += w(i) * (target[i]! - centre) ** 2;
  const mse = squares / n;
  const relative = (i: number): number => (target[i] === 0 ? Number.NaN : Math.abs(error(i) / target[i]!));
  const symmetric = (i: number): number => {
    const scale = Math.abs(target[i]!) + Math.abs(forecast[i]!);
    return scale === 0 ? 0 : (2 * Math.abs(error(i))) / scale;
  };
  put(
    found,
    'mae',
    mean(blocks, weights, (i) => Math.abs(error(i))),
  );
  put(
    found,
    'mse',
    mean(blocks, weights, (i) => error(i) ** 2),
  );
  put(found, 'bias', mean(blocks, weights, error));
  put(found, 'mape', mean(blocks, weights, relative));
  put(found, 'smape', mean(blocks, weights, symmetric));
  if (mse > 0)
    put(
      found,
      'rmse',
      summed(blocks, (i) => (w(i) * (error(i) ** 2 - mse)) / (2 * Math.sqrt(mse) * n)),
    );
  if (spread > 0)
    put(
      found,
      'r2',
      summed(blocks, (i) => (-w(i) * (error(i) ** 2 - (squares / spread) * (target[i]! - centre) ** 2)) / spread),
    );
  const wape = absolute / size;
  if (size > 0)
    put(
      found,
      'wape',
      summed(blocks, (i) => (w(i) * (Math.abs(error(i)) - wape * Math.abs(target[i]!))) / size),
    );
}
