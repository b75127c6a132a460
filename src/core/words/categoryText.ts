import type { ColumnKind } from '../data/columnKind.ts';
import { dataText } from './dataText.ts';

/** A category in a sentence: texts in quotation marks, numbers and true/false bare. */
export function categoryText(value: string, kind: ColumnKind): string {
  return kind === 'number' || kind === 'boolean' ? dataText(value) : `“${dataText(value)}”`;
}
