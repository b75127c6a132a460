import type { ColumnProfile } from '../data/columnProfile.ts';
import { DataError } from '../data/dataError.ts';
import type { ColumnPick, EvaluationColumns } from '../report/evaluationColumns.ts';
import { addressOf } from '../spec/addressOf.ts';
import type { ComparisonSpec, EvaluationTask } from '../spec/spec.ts';
import { checkNames } from './checkNames.ts';
import { type ColumnSample, canBeLabel } from './columnSample.ts';
import { free, given, isShare, none, pick, type Search, scoreCandidates, usable } from './columnSearch.ts';
import { copyOfScore } from './copyOfScore.ts';
import { labelsOf, spellings } from './labelsOf.ts';
import { saysYes } from './matchLabels.ts';
import { nameHint } from './nameHints.ts';
import { pickScore } from './pickScore.ts';
import { pickScores } from './pickScores.ts';
import type { FileColumns } from './pickTarget.ts';
import { rankingColumns } from './rankingColumns.ts';
import { targetOf } from './targetOf.ts';

/** More distinct numbers than this are a quantity, not classes. */
const mostClasses = 20;

/**
 * Tells which columns of a file of predictions are target, prediction and scores, and so what the task is: what the spec names, then names that
 * hint, then the values (a label that is a score cut at a threshold, scores that sum to 1 over the labels, a column that the predictions fit).
 * Prediction and scores are those of current; target, classes and task come from both files, as labels may stand in reference alone.
 * Throws unknown_column for a name that neither file has. O(columns × sampled rows).
 */
export function inferColumns(spec: ComparisonSpec, current: FileColumns, reference: FileColumns | null): EvaluationColumns {
  const search: Search = {
    spec,
    profiles: usable(spec, current.profiles),
    sample: current.sample,
    reference: reference === null ? null : { ...reference, profiles: usable(spec, reference.profiles) },
  };
  checkNames(spec, [...current.profiles, ...(reference?.profiles ?? [])]);
  const ranking = rankingColumns(search);
  if (ranking !== null) return ranking;
  const found = pickPrediction(search);
  const score = pickScore(search, found);
  const target = targetOf(search, found.column, score);
  const task = spec.evaluate?.task ?? taskOf(search, found.column, target.column);
  const shared = { task, taskGiven: spec.evaluate?.task !== undefined, user: none, item: none };
  if (task === 'regression') {
    return { ...shared, target, prediction: found, score: none, scores: [], positive: null };
  }
  // A quantity beside labels is no label: it is what a label would be cut from.
  const isScore = task === 'binary' && isQuantity(search, found.column) && score.column === null;
  const prediction = isScore ? none : found;
  const labels = labelsOf(search, [target.column, prediction.column]);
  if (task === 'multiclass') {
    return { ...shared, target, prediction, score: none, ...pickScores(search, labels), positive: null };
  }
  return { ...shared, target, prediction, ...binaryColumns(search, target, prediction, isScore ? found : score, labels) };
}

function pickPrediction(search: Search): ColumnPick {
  const candidates = free(search, 'prediction').filter((p) => canBeLabel(p) || p.kind === 'number');
  const names = candidates.map((p) => p.name);
  const named = given(search, 'prediction');
  if (named !== undefined) return pick(named, named === null ? [] : [{ code: 'given', value: null }], names);
  // A label named like a prediction comes before a score named so.
  const hinted = [...candidates]
    .sort((a, b) => Number(isShare(a)) - Number(isShare(b)))
    .map((p) => ({ name: p.name, hint: nameHint(p.name, 'prediction') }))
    .filter(({ hint }) => hint !== null);
  if (hinted.length > 0) return pick(hinted[0]!.name, [{ code: 'name', value: hinted[0]!.hint }], names);
  const scores = scoreCandidates(search);
  const target = given(search, 'target');
  for (const candidate of candidates.filter(canBeLabel)) {
    if (candidate.name === target || nameHint(candidate.name, 'target') !== null) continue;
    for (const score of scores) {
      const copy = copyOfScore(search.sample.numbers.get(score)!, search.sample.labels.get(candidate.name) ?? []);
      if (copy !== null) return pick(candidate.name, [{ code: 'copy_of_score', value: score }], names);
    }
  }
  return pick(null, [], names);
}

/** Whether a column holds numbers that are no labels. */
function isQuantity(search: Search, column: string | null): boolean {
  const profile = search.profiles.find((p) => p.name === column);
  return profile !== undefined && profile.kind === 'number' && (!profile.integer || profile.distinct > mostClasses);
}

function taskOf(search: Search, prediction: string | null, target: string | null): EvaluationTask {
  const both = [...search.profiles, ...(search.reference?.profiles ?? [])];
  const of = (name: string | null): ColumnProfile[] => both.filter((p) => p.name === name);
  if (search.spec.evaluate?.scores !== undefined) return 'multiclass';
  const quantity = (p: ColumnProfile): boolean => p.kind === 'number' && (!p.integer || p.distinct > mostClasses);
  const truth = labelsOf(search, [target]);
  // Numbers against two labels are scores of one of them.
  if (truth.length === 2 && !of(target).some(quantity) && of(prediction).every(quantity) && prediction !== null) return 'binary';
  if ([...of(target), ...of(prediction)].some(quantity)) return 'regression';
  if (target === null && prediction === null) {
    if (scoreCandidates(search).length > 0) return 'binary';
    throw new DataError('no_prediction_column', {
      file: addressOf(search.spec.current),
      found: search.profiles
        .slice(0, 8)
        .map((p) => p.name)
        .join(', '),
    });
  }
  return labelsOf(search, [target, prediction]).length > 2 ? 'multiclass' : 'binary';
}

const positiveWords = new Set(['churn', 'churned', 'default', 'fraud', 'good', 'repaid']);

function binaryColumns(
  search: Search,
  target: ColumnPick,
  prediction: ColumnPick,
  score: ColumnPick,
  labels: readonly string[],
): Pick<EvaluationColumns, 'score' | 'scores' | 'positive'> {
  const { classOf } = spellings(search, [target.column, prediction.column]);
  const cut = prediction.column === null || score.column === null ? undefined : search.sample.labels.get(prediction.column);
  const copy = cut === undefined ? null : copyOfScore(search.sample.numbers.get(score.column!) ?? new Float64Array(0), cut);
  const named = classOf(search.spec.evaluate?.positive ?? copy?.positive ?? null);
  const likely = labels.find(saysYes) ?? labels.find((label) => positiveWords.has(label.toLowerCase()));
  return { score, scores: [], positive: named ?? likely ?? labels.at(-1) ?? null };
}

/** Users and items of a ranking, as `inferColumns` takes them; empty for other tasks. They need no values, only profiles. */
export function rankedThings(spec: ComparisonSpec, profiles: readonly ColumnProfile[]): ReadonlySet<string> {
  const nothing: ColumnSample = { rows: 0, numbers: new Map(), labels: new Map() };
  const found = rankingColumns({ spec, profiles: usable(spec, profiles), sample: nothing, reference: null });
  return new Set([found?.user.column, found?.item.column].filter((name) => typeof name === 'string'));
}
