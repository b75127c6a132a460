import type { RankedTarget } from '../../../report/evaluationColumns.ts';
import { sayPlain } from '../../../words/sayPlain.ts';
import type { Translate } from '../../../words/translate.ts';
import { twoDigits } from './pickText.ts';

/** How well the predictions fit a candidate: "ROC AUC 0.82". */
export function fitText({ measure, value }: RankedTarget, t: Translate, locale: string): string {
  const name = measure === 'r2' ? 'R²' : measure === 'kappa' ? t('Cohen’s kappa') : 'ROC AUC';
  return sayPlain(t, '{0} {1}', name, twoDigits(value, locale));
}
