import type { RichText } from '../report/richText.ts';
import { dataText } from './dataText.ts';

/** The name of a column in a sentence. */
export function nameText(name: string): RichText[number] {
  return { strong: name === '' ? '“”' : dataText(name) };
}
