import type { ColumnProfile } from '../data/columnProfile.ts';
import { DataError } from '../data/dataError.ts';
import type { ColumnPick, EvaluationColumns, PickEvidence } from '../report/evaluationColumns.ts';
import type { ComparisonSpec, EvaluationTask, Role } from '../report/spec.ts';
import { nameHint, nameWords } from '../roles/nameHints.ts';
import { agreement } from './agreement.ts';
import { type ColumnSample, canBeLabel } from './columnSample.ts';
import { copyOfScore } from './copyOfScore.ts';
import { resourceLimit } from './resourceColumns.ts';
import { scoreFamily } from './scoreFamily.ts';

const userName = /^(user|customer|client|visitor|session|query|member|account)( id)?$/;
const itemName = /^(item|product|movie|film|document|doc|article|song|track|asset|sku)( id)?$/;
const relevanceName = /^(relevance|rating|clicked|click|purchased|gain|grade)$/;
/** A label whose agreement with the prediction is no better than this is not its target. */
const leastAgreement = 0.1;
/** More distinct numbers than this are a quantity, not classes. */
const mostClasses = 20;

interface Search {
  readonly spec: ComparisonSpec;
  readonly profiles: readonly ColumnProfile[];
  readonly sample: ColumnSample;
}

/**
 * Tells which columns of a file of predictions are target, prediction and scores, and so what the task is: what the spec names, then names that
 * hint, then the values (a label that is a score cut at a threshold, scores that sum to 1 over the labels, a column with the prediction's own
 * values that agrees with it). Throws unknown_column for a name that neither file has. O(columns × sampled rows).
 *
 * @param others columns of the other file: what is named may stand there alone, as labels do that are not in yet.
 */
export function inferColumns(
  spec: ComparisonSpec,
  profiles: readonly ColumnProfile[],
  sample: ColumnSample,
  others: readonly ColumnProfile[] = [],
): EvaluationColumns {
  const search: Search = { spec, profiles: usable(spec, profiles), sample };
  checkNames(spec, [...profiles, ...others]);
  const ranking = rankingColumns(search);
  if (ranking !== null) return ranking;
  const prediction = pickPrediction(search);
  const target = pickTarget(search, prediction.column, null);
  const task = spec.evaluate?.task ?? taskOf(search, prediction.column, target.column);
  const shared = { task, taskGiven: spec.evaluate?.task !== undefined, user: none, item: none };
  if (task === 'regression') {
    return { ...shared, target, prediction, score: none, scores: [], positive: null };
  }
  const labels = labelsOf(search, [target.column, prediction.column]);
  if (task === 'multiclass') {
    return { ...shared, target, prediction, score: none, scores: pickScores(search, labels), positive: null };
  }
  return { ...shared, ...binaryColumns(search, target, prediction, labels) };
}

const none: ColumnPick = { column: null, evidence: [], alternatives: [] };

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
      throw new DataError('unknown_column', { column: name, file: spec.current.path, side: 'current' });
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
  const hinted = candidates.map((p) => ({ name: p.name, hint: nameHint(p.name, 'prediction') })).filter(({ hint }) => hint !== null);
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

function pickTarget(search: Search, prediction: string | null, relevance: RegExp | null): ColumnPick {
  const candidates = free(search, 'target').filter((p) => p.name !== prediction && (canBeLabel(p) || p.kind === 'number'));
  const names = candidates.map((p) => p.name);
  const named = given(search, relevance === null ? 'target' : 'relevance') ?? given(search, 'target');
  if (named !== undefined) return pick(named, named === null ? [] : [{ code: 'given', value: null }], names);
  for (const p of candidates) {
    const hint = relevance?.test(nameWords(p.name)) ? nameWords(p.name) : nameHint(p.name, 'target');
    if (hint !== null) return pick(p.name, [{ code: 'name', value: hint }], names);
  }
  if (prediction === null) return pick(null, [], names);
  const scored = candidates
    .filter((p) => nameHint(p.name, 'score') === null && !isShare(p))
    .map((p) => ({ name: p.name, ...agreement(search.sample, prediction, p.name) }))
    .filter(({ value, sameValues }) => sameValues && value > leastAgreement)
    .sort((a, b) => b.value - a.value);
  const best = scored[0];
  if (best === undefined) return pick(null, [], names);
  return pick(
    best.name,
    [
      { code: 'same_values', value: prediction },
      { code: 'agrees', value: best.value },
    ],
    [...scored.map((s) => s.name), ...names.filter((n) => !scored.some((s) => s.name === n))],
  );
}

function taskOf(search: Search, prediction: string | null, target: string | null): EvaluationTask {
  const profiles = [target, prediction].flatMap((name) => search.profiles.filter((p) => p.name === name));
  if (search.spec.evaluate?.scores !== undefined) return 'multiclass';
  if (profiles.some((p) => p.kind === 'number' && (!p.integer || p.distinct > mostClasses))) return 'regression';
  if (profiles.length === 0) {
    if (scoreCandidates(search).length > 0) return 'binary';
    throw new DataError('no_prediction_column', {
      file: search.spec.current.path,
      found: search.profiles
        .slice(0, 8)
        .map((p) => p.name)
        .join(', '),
    });
  }
  return labelsOf(search, [target, prediction]).length > 2 ? 'multiclass' : 'binary';
}

function labelsOf(search: Search, columns: readonly (string | null)[]): string[] {
  const labels = new Set<string>();
  for (const name of columns) {
    for (const label of (name === null ? undefined : search.sample.labels.get(name)) ?? []) if (label !== null) labels.add(label);
  }
  return [...labels].sort();
}

function pickScores(search: Search, labels: readonly string[]): EvaluationColumns['scores'] {
  const named = search.spec.evaluate?.scores;
  if (named !== undefined) return Object.entries(named).map(([label, column]) => ({ label, column }));
  const numbers = new Map(
    search.profiles
      .filter((p) => p.kind === 'number' && p.min !== null && p.max !== null && p.min >= 0 && p.max <= 1)
      .flatMap((p) => {
        const values = search.sample.numbers.get(p.name);
        return values === undefined ? [] : [[p.name, values] as const];
      }),
  );
  return scoreFamily(labels, numbers)?.scores ?? [];
}

const positiveWords = new Set(['1', 'true', 'yes', 'y', 't', 'positive', 'pos', 'churn', 'churned', 'default', 'fraud', 'good', 'repaid']);

function binaryColumns(
  search: Search,
  target: ColumnPick,
  prediction: ColumnPick,
  labels: readonly string[],
): Pick<EvaluationColumns, 'target' | 'prediction' | 'score' | 'scores' | 'positive'> {
  const candidates = scoreCandidates(search);
  const named = given(search, 'score');
  const byCopy = candidates
    .map((name) => ({
      name,
      copy:
        prediction.column === null
          ? null
          : copyOfScore(search.sample.numbers.get(name)!, search.sample.labels.get(prediction.column) ?? []),
    }))
    .find(({ copy }) => copy !== null);
  const hinted = candidates.find((name) => nameHint(name, 'score') !== null);
  const score: ColumnPick =
    named !== undefined
      ? pick(named, named === null ? [] : [{ code: 'given', value: null }], candidates)
      : byCopy !== undefined
        ? pick(byCopy.name, [{ code: 'copy_of_score', value: prediction.column }, ...nameEvidence(byCopy.name)], candidates)
        : hinted !== undefined
          ? pick(hinted, nameEvidence(hinted), candidates)
          : prediction.column === null && candidates.length === 1
            ? pick(
                candidates[0]!,
                [
                  { code: 'only_candidate', value: null },
                  { code: 'between_0_and_1', value: null },
                ],
                candidates,
              )
            : pick(null, [], candidates);
  const fromScore = byCopy?.name === score.column ? (byCopy?.copy?.positive ?? null) : null;
  const positive =
    search.spec.evaluate?.positive ?? fromScore ?? labels.find((label) => positiveWords.has(label.toLowerCase())) ?? labels.at(-1) ?? null;
  return { target, prediction, score, scores: [], positive };
}

function nameEvidence(name: string): PickEvidence[] {
  const hint = nameHint(name, 'score');
  return hint === null ? [{ code: 'between_0_and_1', value: null }] : [{ code: 'name', value: hint }];
}

/** Users and items of a ranking, as `inferColumns` takes them; empty for other tasks. They need no values, only profiles. */
export function rankedThings(spec: ComparisonSpec, profiles: readonly ColumnProfile[]): ReadonlySet<string> {
  const nothing: ColumnSample = { rows: 0, numbers: new Map(), labels: new Map() };
  const found = rankingColumns({ spec, profiles: usable(spec, profiles), sample: nothing });
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
  const target = pickTarget(
    { ...search, profiles: search.profiles.filter((p) => !taken.has(p.name) && p.name !== score.column) },
    null,
    relevanceName,
  );
  if (task === undefined && (score.column === null || target.column === null)) return null;
  return { task: 'ranking', taskGiven: task !== undefined, target, prediction: none, score, scores: [], positive: null, user, item };
}
