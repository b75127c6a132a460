import type { ColumnProfile } from '../data/columnProfile.ts';
import { DataError } from '../data/dataError.ts';
import type { ColumnPick, EvaluationColumns, PickEvidence, TargetPick } from '../report/evaluationColumns.ts';
import { addressOf } from '../spec/addressOf.ts';
import type { ComparisonSpec, EvaluationTask, Role } from '../spec/spec.ts';
import { type ColumnSample, canBeLabel } from './columnSample.ts';
import { copyOfScore } from './copyOfScore.ts';
import { type LabelMatch, matchLabels, saysYes } from './matchLabels.ts';
import { nameHint, nameWords } from './nameHints.ts';
import { type FileColumns, pickTarget } from './pickTarget.ts';
import { resourceLimit } from './resourceColumns.ts';
import { scoreFamily, scoresOfOthers } from './scoreFamily.ts';

const userName = /^(user|customer|client|visitor|session|query|member|account)( id)?$/;
const itemName = /^(item|product|movie|film|document|doc|article|song|track|asset|sku)( id)?$/;
const relevanceName = /^(relevance|rating|clicked|click|purchased|gain|grade)$/;
/** More distinct numbers than this are a quantity, not classes. */
const mostClasses = 20;

interface Search {
  readonly spec: ComparisonSpec;
  /** Columns of current that may play a part. */
  readonly profiles: readonly ColumnProfile[];
  readonly sample: ColumnSample;
  readonly reference: FileColumns | null;
}

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

const none: ColumnPick = { column: null, evidence: [], alternatives: [] };
const noTarget: Omit<TargetPick, keyof ColumnPick> = { ranked: [], open: false };

function usable(spec: ComparisonSpec, profiles: readonly ColumnProfile[]): readonly ColumnProfile[] {
  const left = new Set(spec.columns?.ignore ?? []);
  return profiles.filter((p) => !left.has(p.name) && p.kind !== 'nested' && p.kind !== 'other');
}

function checkNames(spec: ComparisonSpec, profiles: readonly ColumnProfile[]): void {
  const known = new Set(profiles.map((p) => p.name));
  const {
    target,
    prediction,
    score,
    scores = {},
    user,
    item,
    relevance,
    segments = [],
    groups = [],
    resources = [],
    limits = {},
  } = spec.evaluate ?? {};
  const limited = Object.keys(limits).flatMap((name) => resourceLimit(name)?.column ?? []);
  for (const name of [
    target,
    prediction,
    score,
    user,
    item,
    relevance,
    ...Object.values(scores),
    ...segments,
    ...groups,
    ...resources,
    ...limited,
  ]) {
    if (typeof name === 'string' && !known.has(name)) {
      throw new DataError('unknown_column', { column: name, file: addressOf(spec.current), side: 'current' });
    }
  }
}

/** What the spec says of a part: a name, null for none, undefined where it is silent. */
function given(search: Search, part: 'target' | 'prediction' | 'score' | 'user' | 'item' | 'relevance'): string | null | undefined {
  const named = search.spec.evaluate?.[part];
  if (named !== undefined) return named;
  const roles = search.spec.columns?.roles ?? {};
  const columns = search.profiles.filter((p) => roles[p.name] === part).map((p) => p.name);
  return columns.length === 1 ? columns[0] : undefined;
}

/** Columns that no role keeps from a part. */
function free(search: Search, role: Role): readonly ColumnProfile[] {
  const roles = search.spec.columns?.roles ?? {};
  return search.profiles.filter((p) => (roles[p.name] ?? role) === role && p.kind !== 'timestamp');
}

function pick(column: string | null, evidence: readonly PickEvidence[], alternatives: readonly string[]): ColumnPick {
  return { column, evidence, alternatives: alternatives.filter((name) => name !== column) };
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

/** Number columns between 0 and 1 that are no flags; those with a score's name first. */
function scoreCandidates(search: Search): string[] {
  const fits = free(search, 'score').filter(
    (p) => p.kind === 'number' && search.sample.numbers.has(p.name) && (nameHint(p.name, 'score') !== null || isShare(p)),
  );
  const hinted = fits.filter((p) => nameHint(p.name, 'score') !== null);
  return [...hinted, ...fits.filter((p) => !hinted.includes(p))].map((p) => p.name);
}

function isShare(p: ColumnProfile): boolean {
  return !p.integer && p.min !== null && p.max !== null && p.min >= 0 && p.max <= 1;
}

/** Columns of both files that may be the target, those of current first. */
function targetCandidates(search: Search, but: readonly (string | null)[]): string[] {
  const roles = search.spec.columns?.roles ?? {};
  const both = [...search.profiles, ...(search.reference?.profiles ?? [])];
  const fits = both.filter((p) => (roles[p.name] ?? 'target') === 'target' && (canBeLabel(p) || p.kind === 'number' || p.distinct === 0));
  return [...new Set(fits.map((p) => p.name))].filter((name) => !but.includes(name));
}

function targetOf(search: Search, prediction: string | null, score: ColumnPick, relevance: RegExp | null = null): TargetPick {
  const names = targetCandidates(search, [prediction, score.column]);
  const named = given(search, relevance === null ? 'target' : 'relevance') ?? given(search, 'target');
  if (named !== undefined) return { ...pick(named, named === null ? [] : [{ code: 'given', value: null }], names), ...noTarget };
  if (relevance !== null) {
    const hinted = names.find((name) => relevance.test(nameWords(name))) ?? names.find((name) => nameHint(name, 'target') !== null);
    return { ...pick(hinted ?? null, hinted === undefined ? [] : [{ code: 'name', value: nameWords(hinted) }], names), ...noTarget };
  }
  const profiles = new Map([...(search.reference?.profiles ?? []), ...search.profiles].map((p) => [p.name, p]));
  const candidates = names.filter((name) => nameHint(name, 'score') === null && !isShare(profiles.get(name)!));
  const of = prediction === null ? undefined : search.sample.labels.get(prediction);
  const copy = of === undefined || score.column === null ? null : copyOfScore(search.sample.numbers.get(score.column)!, of);
  const current = { profiles: search.profiles, sample: search.sample };
  const by = { prediction, score: score.column, positive: search.spec.evaluate?.positive ?? copy?.positive ?? null };
  const found = pickTarget({ reference: search.reference, current, candidates, by });
  return { ...found, alternatives: [...found.alternatives, ...names.filter((n) => n !== found.column && !found.alternatives.includes(n))] };
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

/** Labels of columns in both files as one set of classes, sorted. */
function labelsOf(search: Search, columns: readonly (string | null)[]): string[] {
  const { classOf } = spellings(search, columns);
  const labels = new Set<string>();
  for (const sample of [search.reference?.sample, search.sample]) {
    for (const name of columns) {
      for (const label of (name === null ? undefined : sample?.labels.get(name)) ?? []) {
        const one = classOf(label);
        if (one !== null) labels.add(one);
      }
    }
  }
  return [...labels].sort();
}

/** How the labels of columns are spelled in both files; the target's spelling in reference is kept. */
function spellings(search: Search, columns: readonly (string | null)[]): LabelMatch {
  const samples = [search.reference?.sample, search.sample];
  return matchLabels(columns.flatMap((name) => samples.map((sample) => (name === null ? null : new Set(sample?.labels.get(name) ?? [])))));
}

function pickScores(search: Search, labels: readonly string[]): Pick<EvaluationColumns, 'scores' | 'unmatchedScores'> {
  const named = search.spec.evaluate?.scores;
  if (named !== undefined) return { scores: Object.entries(named).map(([label, column]) => ({ label, column })), unmatchedScores: [] };
  const numbers = new Map(
    search.profiles
      .filter((p) => p.kind === 'number' && p.min !== null && p.max !== null && p.min >= 0 && p.max <= 1)
      .flatMap((p) => {
        const values = search.sample.numbers.get(p.name);
        return values === undefined ? [] : [[p.name, values] as const];
      }),
  );
  const scores = scoreFamily(labels, numbers)?.scores ?? [];
  return { scores, unmatchedScores: scores.length > 0 ? [] : (scoresOfOthers(labels.length, numbers) ?? []) };
}

const positiveWords = new Set(['churn', 'churned', 'default', 'fraud', 'good', 'repaid']);

/** The score of a binary model: the one named, the one that the prediction is cut from, one whose name says so, or the only one there is. */
function pickScore(search: Search, prediction: ColumnPick): ColumnPick {
  const candidates = scoreCandidates(search).filter((name) => name !== prediction.column);
  const named = given(search, 'score');
  if (named !== undefined) return pick(named, named === null ? [] : [{ code: 'given', value: null }], candidates);
  const labels = prediction.column === null ? undefined : search.sample.labels.get(prediction.column);
  const cut = candidates.find((name) => labels !== undefined && copyOfScore(search.sample.numbers.get(name)!, labels) !== null);
  if (cut !== undefined) return pick(cut, [{ code: 'copy_of_score', value: prediction.column }, ...nameEvidence(cut)], candidates);
  const hinted = candidates.find((name) => nameHint(name, 'score') !== null);
  if (hinted !== undefined) return pick(hinted, nameEvidence(hinted), candidates);
  if (prediction.column !== null || candidates.length !== 1) return pick(null, [], candidates);
  const only: PickEvidence[] = [
    { code: 'only_candidate', value: null },
    { code: 'between_0_and_1', value: null },
  ];
  return pick(candidates[0]!, only, candidates);
}

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

function nameEvidence(name: string): PickEvidence[] {
  const hint = nameHint(name, 'score');
  return hint === null ? [{ code: 'between_0_and_1', value: null }] : [{ code: 'name', value: hint }];
}

/** Users and items of a ranking, as `inferColumns` takes them; empty for other tasks. They need no values, only profiles. */
export function rankedThings(spec: ComparisonSpec, profiles: readonly ColumnProfile[]): ReadonlySet<string> {
  const nothing: ColumnSample = { rows: 0, numbers: new Map(), labels: new Map() };
  const found = rankingColumns({ spec, profiles: usable(spec, profiles), sample: nothing, reference: null });
  return new Set([found?.user.column, found?.item.column].filter((name) => typeof name === 'string'));
}

/** Columns of a ranking: when the task says so, or when user and item are named as such and users stand in many rows. */
function rankingColumns(search: Search): EvaluationColumns | null {
  const { task } = search.spec.evaluate ?? {};
  if (task !== undefined && task !== 'ranking') return null;
  const byName = (part: 'user' | 'item', pattern: RegExp): ColumnPick => {
    const names = search.profiles.map((p) => p.name);
    const named = given(search, part);
    if (named !== undefined) return pick(named, named === null ? [] : [{ code: 'given', value: null }], names);
    const found = search.profiles.find((p) => pattern.test(nameWords(p.name)));
    return found === undefined ? pick(null, [], names) : pick(found.name, [{ code: 'name', value: nameWords(found.name) }], names);
  };
  const user = byName('user', userName);
  const item = byName('item', itemName);
  if (task === undefined) {
    const profile = search.profiles.find((p) => p.name === user.column);
    if (profile === undefined || item.column === null || profile.distinct * 2 > profile.rows) return null;
  }
  const taken = new Set([user.column, item.column]);
  const numbers = search.profiles.filter((p) => p.kind === 'number' && !taken.has(p.name)).map((p) => p.name);
  const named = given(search, 'score');
  const hinted = numbers.find((name) => /^(score|rank|position|prediction)$/.test(nameWords(name)) || nameHint(name, 'score') !== null);
  const score =
    named !== undefined
      ? pick(named, named === null ? [] : [{ code: 'given', value: null }], numbers)
      : pick(hinted ?? null, hinted === undefined ? [] : [{ code: 'name', value: nameWords(hinted) }], numbers);
  const target = targetOf(
    { ...search, reference: null, profiles: search.profiles.filter((p) => !taken.has(p.name) && p.name !== score.column) },
    null,
    none,
    relevanceName,
  );
  if (task === undefined && (score.column === null || target.column === null)) return null;
  return { task: 'ranking', taskGiven: task !== undefined, target, prediction: none, score, scores: [], positive: null, user, item };
}
