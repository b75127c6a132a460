import type { Block } from '../report/block.ts';
import type { RichText } from '../report/richText.ts';

/** A paragraph; nothing where there is nothing to say. */
export function paragraph(text: RichText | null): Block[] {
  return text === null || text.length === 0 ? [] : [{ kind: 'paragraph', text }];
}
