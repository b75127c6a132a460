import { dataText } from '../../../words/dataText.ts';
import type { Translate } from '../../../words/translate.ts';

/** Why performance is not estimated, as a clause. */
export function refusalText(code: string, t: Translate): string {
  switch (code) {
    case 'no_labels':
      return t('no row of reference has a label, a prediction and a score');
    case 'one_class':
      return t('reference has too few rows of one class (at least 10 of each are needed)');
    case 'few_reference_rows':
      return t('reference has fewer than 200 labelled rows');
    case 'few_rows':
      return t('current has too few rows (at least 30 are needed)');
    case 'outside_support':
      return t('more than 5 % of current lies where reference has no rows');
    case 'inputs_beyond':
      return t('in most rows a column that matters holds values that reference has never seen');
    case 'no_better_than_mean':
      return t('the columns say nothing of how large an error is');
    case 'undefined':
      return t('it is not defined on these rows');
    default:
      return dataText(code);
  }
}
