import type { Predictions } from '../read/predictions.ts';
import type { EvaluationTask } from '../spec/spec.ts';
import { type ScoreCounts, scoreCounts } from '../stats/samples/scoreCounts.ts';
import { summariseWeights } from '../stats/samples/weights.ts';
import { confusionCounts } from './classification/confusionCounts.ts';
import { binaryLabelMeasures, multiclassLabelMeasures } from './classification/labelMeasures.ts';
import { multiclassScoreMeasures } from './classification/multiclassScoreMeasures.ts';
import { scoreMeasures } from './classification/scoreMeasures.ts';
import { type Measure, undefinedMeasure } from './measure.ts';
import type { ItemDistance } from './ranking/itemDistance.ts';
import { rankedLists } from './ranking/rankedLists.ts';
import { rankingMeasures } from './ranking/rankingMeasures.ts';
import { catalogue } from './registry.ts';
import { sortedAbsoluteErrors } from './regression/absoluteErrors.ts';
import { regressionMeasures } from './regression/regressionMeasures.ts';
import { regressionTotals } from './regression/regressionSums.ts';

/** What measures need to know beside the rows. */
export interface MeasureContext {
  readonly task: EvaluationTask;
  /** Number of classes, and the position of the positive one. */
  readonly classes: number;
  readonly positive: number;
  /** Length of the lists of a ranking. */
  readonly k: number;
  /** Ranking: a low number is the top of the list. */
  readonly byRank: boolean;
  /** Ranking: how different two items are, where columns describe them. */
  readonly items: ItemDistance | null;
  /**
   * Blocks that follow each other are neighbours in time (days, hours): the correlation of such that the columns of the run share, for where a measure
   * has too few to tell its own. Null: groups, or no blocks.
   */
  readonly neighbours: number | null;
}

/** Weights that can be used; null without any, or with a negative one (which the notes tell). */
export function usableWeights(p: Predictions): { readonly weights: Float64Array; readonly rowsPerWeight: number } | null {
  if (p.weights === null) return null;
  const summary = summariseWeights(p.weights);
  return summary.ok ? { weights: p.weights, rowsPerWeight: summary.effectiveRows / summary.total } : null;
}

/** Scores of a binary model by true class. O(n log n). */
export function binaryScores(p: Predictions, positive: number): ScoreCounts | null {
  const { actual, scores } = p;
  if (actual === null || scores.length === 0) return null;
  const isPositive = new Uint8Array(actual.length);
  for (let i = 0; i < actual.length; i++) isPositive[i] = actual[i]! < 0 ? 255 : actual[i] === positive ? 1 : 0;
  return scoreCounts(scores[0]!, isPositive, usableWeights(p)?.weights);
}

/** Every measure of a task over some rows; none without labels. A measure that cannot be computed says why. O(n log n). */
export function measuresOf(p: Predictions, context: MeasureContext): Measure[] {
  switch (context.task) {
    case 'binary':
    case 'multiclass':
      return classification(p, context);
    case 'regression':
      return regression(p);
    case 'ranking':
      return ranking(p, context);
  }
}

function classification(p: Predictions, { task, classes, positive }: MeasureContext): Measure[] {
  if (p.actual === null) return [];
  const weighted = usableWeights(p);
  const how = weighted === null ? {} : { rowsPerWeight: weighted.rowsPerWeight };
  const measures: Measure[] = [];
  if (task === 'binary') {
    const counts = binaryScores(p, positive);
    if (counts !== null) measures.push(...scoreMeasures(counts, how));
  } else if (p.scores.length === classes) {
    measures.push(...multiclassScoreMeasures(p.actual, p.scores, { weighted }));
  }
  if (p.predicted !== null) {
    const counts = confusionCounts(p.actual, p.predicted, classes, weighted?.weights);
    const present = counts.actual.reduce((n, rows) => n + (rows > 0 ? 1 : 0), 0);
    // Of one true class a correlation says nothing, not that there is none; nor does a precision over classes, which cannot but be 1.
    const oneClass = (m: Measure): Measure =>
      present === 1 && catalogue[m.name].needsTwoClasses ? undefinedMeasure(catalogue[m.name], 'one_class', m.n, m.at) : m;
    const found =
      task === 'binary' ? binaryLabelMeasures(counts, positive, how) : multiclassLabelMeasures(counts, { ...how, over: 'true' });
    measures.push(...found.map(oneClass));
  }
  return measures;
}

function regression(p: Predictions): Measure[] {
  if (p.target === null || p.forecast === null) return [];
  const weighted = usableWeights(p);
  if (weighted !== null) return regressionMeasures(regressionTotals(p.target, p.forecast, weighted.weights));
  return regressionMeasures(regressionTotals(p.target, p.forecast), { absoluteErrors: sortedAbsoluteErrors(p.target, p.forecast) });
}

function ranking(p: Predictions, { k, byRank, items: described }: MeasureContext): Measure[] {
  const score = p.scores[0];
  if (p.users === null || p.target === null || score === undefined) return [];
  const users = dense(p.users);
  const items = p.items === null ? null : dense(p.items);
  const lists = rankedLists(users.codes, score, p.target, users.count, byRank ? 'rank' : 'score');
  return rankingMeasures(lists, {
    k,
    ...(items === null ? {} : { items: { item: items.codes, catalogue: items.count } }),
    ...(p.items === null || described === null ? {} : { distance: distanceOfRows(p.items, described) }),
  });
}

function distanceOfRows(items: Float64Array, { indexOf, between }: ItemDistance): (row: number, other: number) => number {
  const index = Int32Array.from(items, (item) => indexOf.get(item) ?? -1);
  return (row, other) => between(index[row]!, index[other]!);
}

/** Ids as 0, 1, 2 … in order of appearance; −1 for a missing one. */
function dense(ids: Float64Array): { readonly codes: Int32Array; readonly count: number } {
  const known = new Map<number, number>();
  const codes = Int32Array.from(ids, (id) => {
    if (Number.isNaN(id)) return -1;
    const code = known.get(id) ?? known.size;
    known.set(id, code);
    return code;
  });
  return { codes, count: known.size };
}
