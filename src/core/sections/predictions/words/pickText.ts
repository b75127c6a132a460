import { isChinese } from '../../../format/isChinese.ts';
import { withMinus } from '../../../format/minus.ts';
import { formatNumber } from '../../../format/number.ts';
import type { ColumnPick, PickEvidence } from '../../../report/evaluationColumns.ts';
import { dataText } from '../../../words/dataText.ts';
import { sayPlain } from '../../../words/sayPlain.ts';
import type { Translate } from '../../../words/translate.ts';

/** Why a column was taken for its part: "y_pred: its name; it agrees with the prediction in 89 % of rows". Empty without a column. */
export function pickText(pick: ColumnPick, t: Translate, locale: string): string {
  if (pick.column === null) return '';
  const why = pick.evidence.map((evidence) => evidenceClause(evidence, t, locale));
  const name = dataText(pick.column);
  return why.length === 0 ? name : sayPlain(t, '{0}: {1}', name, why.join(isChinese(locale) ? '；' : '; '));
}

function evidenceClause({ code, value }: PickEvidence, t: Translate, locale: string): string {
  const text = typeof value === 'string' ? dataText(value) : null;
  switch (code) {
    case 'given':
      return t('chosen by you');
    case 'name':
      return t('its name');
    case 'copy_of_score':
      if (text !== null) return sayPlain(t, '{0} is this score cut at a threshold', text);
      return typeof value === 'number'
        ? sayPlain(t, 'a copy of the score cut at {0}', formatNumber(value, locale))
        : t('always the class with the highest score');
    case 'sums_to_one':
      return t('the scores of all classes sum to 1');
    case 'between_0_and_1':
      return t('its values lie between 0 and 1');
    case 'same_values':
      return text === null ? t('it has the values of the prediction') : sayPlain(t, 'it has the values of {0}', text);
    case 'agrees':
      return typeof value === 'number'
        ? sayPlain(t, 'it agrees with the prediction (Cohen’s kappa {0})', twoDigits(value, locale))
        : t('it agrees with the prediction');
    case 'roc_auc':
      return sayPlain(t, 'ROC AUC of the score {0}', twoDigits(Number(value), locale));
    case 'r2':
      return sayPlain(t, 'R² of the prediction {0}', twoDigits(Number(value), locale));
    case 'kin':
      return sayPlain(t, 'its name goes with {0}', text ?? '–');
    case 'beside':
      return t('it stands beside the prediction');
    case 'only_candidate':
      return t('the only column that fits');
  }
}

/** A measure of fit, as candidates are told apart by it. */
export function twoDigits(x: number, locale: string): string {
  return withMinus(new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(x));
}
