import type { ColumnPick, TargetPick } from '../report/evaluationColumns.ts';
import { canBeLabel } from './columnSample.ts';
import { given, isShare, noTarget, pick, type Search } from './columnSearch.ts';
import { copyOfScore } from './copyOfScore.ts';
import { nameHint, nameWords } from './nameHints.ts';
import { pickTarget } from './pickTarget.ts';

/** Columns of both files that may be the target, those of current first. */
function targetCandidates(search: Search, but: readonly (string | null)[]): string[] {
  const roles = search.spec.columns?.roles ?? {};
  const both = [...search.profiles, ...(search.reference?.profiles ?? [])];
  const fits = both.filter((p) => (roles[p.name] ?? 'target') === 'target' && (canBeLabel(p) || p.kind === 'number' || p.distinct === 0));
  return [...new Set(fits.map((p) => p.name))].filter((name) => !but.includes(name));
}

/** The target: the one named; of a ranking the one whose name says `relevance`; else the one the predictions fit (`pickTarget`). */
export function targetOf(search: Search, prediction: string | null, score: ColumnPick, relevance: RegExp | null = null): TargetPick {
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
