import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import type { Search } from './columnSearch.ts';
import { scoreFamily, scoresOfOthers } from './scoreFamily.ts';

/** The scores of a multiclass model: those named, else number columns that sum to 1 over the labels. */
export function pickScores(search: Search, labels: readonly string[]): Pick<EvaluationColumns, 'scores' | 'unmatchedScores'> {
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
