import { plainSentence } from './plainSentence.ts';

/**
 * A text as the label of a pick or of the status bar, which show `$(name)` as an icon: here it stays the text it is. The backslash is the editor's
 * own way to say so and is not shown (`renderLabelWithIcons`, src/vs/base/browser/ui/iconLabel/iconLabels.ts of VS Code).
 */
export function plainLabel(text: string): string {
  return plainSentence(text).replace(/\$(?=\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\))/g, '\\$');
}
