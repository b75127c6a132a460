import { roleWord } from '../../../words/roleWord.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport } from '../result.ts';

/** What a column is, as shown behind its name: its role when that says more than its kind. */
export function kindWord(column: ColumnReport, t: Translate): string {
  if (column.role !== 'feature' && column.role !== 'ignore') return roleWord(column.role, t);
  switch (column.kind) {
    case 'number':
      return t('number');
    case 'boolean':
      return t('flag');
    case 'text':
      return column.reason === 'free_text' ? t('free text') : t('category');
    case 'timestamp':
      return t('time');
    case 'nested':
      return t('nested values');
    case 'other':
      return t('other type');
  }
}
