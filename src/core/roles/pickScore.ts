import type { ColumnPick, PickEvidence } from '../report/evaluationColumns.ts';
import { given, pick, type Search, scoreCandidates } from './columnSearch.ts';
import { copyOfScore } from './copyOfScore.ts';
import { nameHint } from './nameHints.ts';

/** The score of a binary model: the one named, the one that the prediction is cut from, one whose name says so, or the only one there is. */
export function pickScore(search: Search, prediction: ColumnPick): ColumnPick {
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

function nameEvidence(name: string): PickEvidence[] {
  const hint = nameHint(name, 'score');
  return hint === null ? [{ code: 'between_0_and_1', value: null }] : [{ code: 'name', value: hint }];
}
