import { plainText } from './plainText.ts';
import { type RichPart, rich } from './rich.ts';
import type { Translate } from './translate.ts';

/** A translated sentence as plain text; like `rich`, it never lets data pass through the translator. */
export function sayPlain(t: Translate, message: string, ...parts: readonly RichPart[]): string {
  return plainText(rich(t, message, ...parts));
}
