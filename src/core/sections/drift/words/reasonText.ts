import type { NotTestedReason } from '../../../check/verdict.ts';
import type { Translate } from '../../../words/translate.ts';

/** Why a column or cell was not tested, in a few words, to stand behind "not tested:". */
export function reasonText(reason: NotTestedReason | null, t: Translate): string {
  switch (reason) {
    case 'too_few_rows':
      return t('too few rows');
    case 'too_few_blocks':
      return t('too few days or groups to know how they differ');
    case 'one_group_dominates':
      return t('most rows are of one group');
    case 'all_null':
      return t('no values');
    case 'only_in_reference':
      return t('only in reference');
    case 'only_in_current':
      return t('only in current');
    case 'type_changed':
      return t('type changed');
    case 'constant':
      return t('one value only, the same on both sides');
    case 'identifier':
      return t('identifier');
    case 'free_text':
      return t('free text');
    case 'timestamp':
      return t('time');
    case 'nested':
      return t('nested values');
    case 'unsupported_type':
      return t('type cannot be compared');
    case 'too_many_categories':
      return t('too many categories');
    case 'ignored':
      return t('left out on request');
    case 'not_included':
      return t('not among the columns asked for');
    case 'weight':
      return t('weight');
    case 'resource':
      return t('time or resources spent');
    case 'failed':
      return t('failed');
    case 'pending':
      return t('still to come');
    case null:
      return t('not tested');
  }
}
