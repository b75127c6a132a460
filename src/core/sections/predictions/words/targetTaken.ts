import type { RankedTarget } from '../../../report/evaluationColumns.ts';
import type { Evaluation } from '../../../report/evaluationOf.ts';
import type { RichText } from '../../../report/richText.ts';
import { nameText } from '../../../words/nameText.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import { fitText } from './fitText.ts';

/** Which column was taken for the target, where nothing but its fit said so: a reader has to know before anything else. */
export function targetTaken({ columns }: Evaluation, t: Translate, locale: string): RichText {
  const { column, evidence, ranked } = columns.target;
  if (column === null || evidence.some(({ code }) => code === 'given' || code === 'name' || code === 'kin')) return [];
  const name = nameText(column);
  const [fit, other] = [ranked.find((one) => one.column === column), ranked.find((one) => one.column !== column)];
  if (fit === undefined) return rich(t, 'Taken as the target: {0}.', name);
  const of = (one: RankedTarget): string => fitText(one, t, locale);
  return other === undefined
    ? rich(t, 'Taken as the target: {0} ({1}).', name, of(fit))
    : rich(t, 'Taken as the target: {0} ({1}); next would be {2} ({3}).', name, of(fit), nameText(other.column), of(other));
}
