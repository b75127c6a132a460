import type { UndefinedReason } from '../../../measures/measure.ts';
import type { Translate } from '../../../words/translate.ts';

/** Why a measure has no value, as a clause. */
export function undefinedText(reason: UndefinedReason | null, t: Translate): string {
  switch (reason) {
    case 'no_rows':
      return t('no row has all it takes');
    case 'one_class':
      return t('all labels are of one class');
    case 'no_positives':
      return t('no row is positive');
    case 'no_negatives':
      return t('no row is negative');
    case 'no_predicted_positives':
      return t('nothing is predicted positive');
    case 'no_predicted_negatives':
      return t('nothing is predicted negative');
    case 'chance_agreement_is_certain':
      return t('prediction and truth agree by necessity: both are of one class');
    case 'score_outside_0_1':
      return t('scores lie outside 0 to 1');
    case 'no_scores':
      return t('there are no scores');
    case 'too_many_classes':
      return t('there are too many classes');
    case 'negative_weights':
      return t('there are negative weights');
    case 'constant_target':
      return t('the target is the same in all rows');
    case 'zero_target':
      return t('the target is 0 in some rows');
    case 'value_below_0':
      return t('some values lie below 0');
    case 'no_labels':
      return t('there are no labels');
    case 'no_predictions':
      return t('there are no predictions');
    case 'not_of_task':
      return t('it is no measure of this task');
    case 'no_users':
      return t('no user has a relevant item');
    case null:
      return t('it is not known');
  }
}
