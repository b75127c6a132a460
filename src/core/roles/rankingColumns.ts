import type { ColumnPick, EvaluationColumns } from '../report/evaluationColumns.ts';
import { given, none, pick, type Search } from './columnSearch.ts';
import { nameHint, nameWords } from './nameHints.ts';
import { targetOf } from './targetOf.ts';

const userName = /^(user|customer|client|visitor|session|query|member|account)( id)?$/;
const itemName = /^(item|product|movie|film|document|doc|article|song|track|asset|sku)( id)?$/;
const relevanceName = /^(relevance|rating|clicked|click|purchased|gain|grade)$/;
/** Columns of a ranking: when the task says so, or when user and item are named as such and users stand in many rows. */
export function rankingColumns(search: Search): EvaluationColumns | null {
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
