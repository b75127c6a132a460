import { brokenBound } from '../../../check/brokenBound.ts';
import type { Report } from '../../../report/report.ts';
import { measureFormat } from '../../../words/measureFormat.ts';
import { measureName } from '../../../words/measures/measureName.ts';
import { sayPlain } from '../../../words/sayPlain.ts';
import type { Translate } from '../../../words/translate.ts';
import type { MeasureRow } from '../result.ts';
import { undefinedText } from './undefinedText.ts';

/** The floor or ceiling that is broken, or the one there is, as a clause: "below the 0.78 you ask for", "at least 0.78". */
export function brokenLimit({ current, floor }: MeasureRow, t: Translate, locale: string): string {
  if (floor === null || current.value === null) return '';
  const broken = brokenBound(floor, current.value);
  if (broken === null) return '';
  const asked = bound(broken.limit, current, locale);
  return broken.side === 'min' ? sayPlain(t, 'below the {0} you ask for', asked) : sayPlain(t, 'above the {0} you allow', asked);
}

/** Why a limit that no value can be held against fails: "accuracy is not defined: there are no labels." */
export function noValueText({ current, floor }: MeasureRow, t: Translate, locale: string): string {
  const name = measureName(current.name, current.at, t, locale);
  return floor?.reason === 'no_reference'
    ? sayPlain(t, '{0} has no value in reference, so that a drop cannot be told.', name)
    : sayPlain(t, '{0} is not defined: {1}.', name, undefinedText(current.reason, t));
}

/** "at least 0.78", "at most 40", "0.2 to 0.4". */
export function askedLimit({ current, floor }: MeasureRow, t: Translate, locale: string): string {
  if (floor === null) return '';
  const { min, max } = floor;
  if (min !== null && max !== null) return sayPlain(t, '{0} to {1}', bound(min, current, locale), bound(max, current, locale));
  if (min !== null) return sayPlain(t, 'at least {0}', bound(min, current, locale));
  return max === null ? '' : sayPlain(t, 'at most {0}', bound(max, current, locale));
}

/** The change for the worse that is allowed: as it was given, else in two significant digits. */
export function allowedText({ current, change }: MeasureRow, given: boolean, locale: string): string {
  if (change === null) return '–';
  return given
    ? bound(change.allowed, current, locale)
    : new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(change.allowed);
}

/** Whether the allowed change of a measure was given. */
export function isGiven({ current }: MeasureRow, report: Report): boolean {
  return report.spec.evaluate?.limits?.[current.name]?.maxDrop !== undefined;
}

/** A number that a person gave: with the digits it has, three at most. */
export function bound(x: number, { unit }: MeasureRow['current'], locale: string): string {
  const format = measureFormat(unit, [x], null, locale);
  const short = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 }).format(x).replace(/^-/, '\u2212');
  return unit === 'multiple' ? format.value(x) : short;
}
