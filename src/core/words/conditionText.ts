import type { SliceCondition } from '../check/subject.ts';
import { formatCount } from '../format/count.ts';
import { formatNumber } from '../format/number.ts';
import type { RichText } from '../report/richText.ts';
import { dataText } from './dataText.ts';
import { nameText } from './nameText.ts';
import { rich } from './rich.ts';
import type { Translate } from './translate.ts';

/** A condition of a slice: "city is Lyon", "age above 60", "plan is missing". */
export function conditionText({ column, group }: SliceCondition, t: Translate, locale: string): RichText {
  const name = nameText(column);
  switch (group.kind) {
    case 'value':
      return group.value.trim() === ''
        ? rich(t, '{0} is “{1}”', name, dataText(group.value))
        : rich(t, '{0} is {1}', name, dataText(group.value));
    case 'missing':
      return rich(t, '{0} is missing', name);
    case 'other':
      return group.values === 1
        ? rich(t, '{0} is another value', name)
        : rich(t, '{0} is one of {1} other values', name, formatCount(group.values, locale));
    case 'range': {
      const { above, upTo } = group;
      if (above === null && upTo === null) return rich(t, '{0} is any number', name);
      if (above === null) return rich(t, '{0} is at most {1}', name, formatNumber(upTo!, locale));
      if (upTo === null) return rich(t, '{0} is above {1}', name, formatNumber(above, locale));
      return rich(t, '{0} is in ({1}, {2}]', name, formatNumber(above, locale), formatNumber(upTo, locale));
    }
  }
}

/** All conditions of a slice: "city is Lyon and plan is free". */
export function conditionsText(conditions: readonly SliceCondition[], t: Translate, locale: string): RichText {
  const [first, ...rest] = conditions.map((condition) => conditionText(condition, t, locale));
  return rest.reduce<RichText>((said, next) => rich(t, '{0} and {1}', said, next), first ?? []);
}

/** The group alone, where the column is said already: "Lyon", "above 60", "missing". */
export function groupText({ group }: SliceCondition, t: Translate, locale: string): string {
  switch (group.kind) {
    case 'value':
      return group.value.trim() === '' ? `“${dataText(group.value)}”` : dataText(group.value);
    case 'missing':
      return t('missing values');
    case 'other':
      return t('other values');
    case 'range': {
      const { above, upTo } = group;
      const from = above === null ? '' : formatNumber(above, locale);
      const to = upTo === null ? '' : formatNumber(upTo, locale);
      if (above === null) return upTo === null ? t('any number') : t('at most {0}', to);
      return upTo === null ? t('above {0}', from) : `(${from}, ${to}]`;
    }
  }
}
