import type { RichText } from '../report/richText.ts';

/** A sentence without its emphasis. */
export function plainText(text: RichText): string {
  return text.map((part) => (typeof part === 'string' ? part : 'strong' in part ? part.strong : part.code)).join('');
}
