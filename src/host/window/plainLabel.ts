import { plainSentence } from './plainSentence.ts';

/**
 * A text as the label of a pick or of the status bar, which show `$(name)` as an icon: here it stays a text, parted by a space as links are. The
 * editor's own escape, a backslash, is heeded where a label is drawn but not where a pick is searched.
 */
export function plainLabel(text: string): string {
  return plainSentence(text).replaceAll('$(', '$ (');
}
