import { formatCount } from '../format/count.ts';
import { isChinese } from '../format/isChinese.ts';
import { formatNumber } from '../format/number.ts';
import { formatShare } from '../format/share.ts';
import type { ColumnReport, RoleEvidence } from '../sections/drift/result.ts';
import { dataText } from './dataText.ts';
import { roleWord } from './roleWord.ts';
import { sayPlain } from './sayPlain.ts';
import type { Translate } from './translate.ts';

/** Which role a column was given and why: "identifier: its name holds “id” and all values differ". */
export function roleText(column: ColumnReport, t: Translate, locale: string): string {
  const role = roleWord(column.role, t);
  if (column.roleGiven) return sayPlain(t, '{0}: as asked for', role);
  const why = column.evidence.map((one) => evidenceText(one, t, locale));
  return why.length === 0 ? role : sayPlain(t, '{0}: {1}', role, reasonsText(why, locale));
}

/** Several reasons, one after the other. */
export function reasonsText(reasons: readonly string[], locale: string): string {
  return reasons.join(isChinese(locale) ? '，' : ', ');
}

/** One reason for a role. */
export function evidenceText(evidence: RoleEvidence, t: Translate, locale: string): string {
  const { code, value } = evidence;
  const text = value === null ? '' : dataText(String(value));
  const number = typeof value === 'number' ? value : Number.NaN;
  switch (code) {
    case 'given':
      return t('as asked for');
    case 'name':
      return sayPlain(t, 'its name holds “{0}”', text);
    case 'type':
      return sayPlain(t, 'its type is {0}', text);
    case 'unique':
      return number < 1 ? sayPlain(t, '{0} of values differ', formatShare(number, locale)) : t('all values differ');
    case 'increasing':
      return t('values rise from row to row');
    case 'constant':
      return value === null ? t('one value only') : sayPlain(t, 'one value only, “{0}”', text);
    case 'few_values':
      return sayPlain(t, '{0} different values', formatCount(number, locale));
    case 'many_words':
      return sayPlain(t, '{0} words per value on average', formatNumber(number, locale));
    case 'parses_as_time':
      return t('its values read as times');
    case 'between_0_and_1':
      return t('values lie between 0 and 1');
    case 'high_cardinality':
      return sayPlain(t, '{0} different values', formatCount(number, locale));
    case 'nested':
      return sayPlain(t, 'its type is {0}', text);
  }
}
