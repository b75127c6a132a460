import type { ColumnKind } from '../data/columnKind.ts';
import { valueNames } from '../format/valueNames.ts';
import { dataText } from './dataText.ts';

/** A category in a sentence: texts in quotation marks, numbers and true/false bare, numbers without the noise of rounding. */
export function categoryText(value: string, kind: ColumnKind): string {
  if (kind === 'number' && Number.isFinite(Number(value))) return valueNames([value])[0] ?? value;
  return kind === 'number' || kind === 'boolean' ? dataText(value) : `“${dataText(value)}”`;
}
