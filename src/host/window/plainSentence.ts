import { visibleCharacters } from '../../core/format/visibleCharacters.ts';

/**
 * A finished sentence as the window may show it: no part of it is a link, and control and direction characters are seen, not obeyed. Line breaks
 * stay. O(n).
 *
 * The editor takes `[text](command:…)`, `(https://…)` and `(file:…)` in messages, progress and input boxes for links, and a click on one may run
 * any command (`parseLinkedText`, src/vs/base/common/linkedText.ts of VS Code). Names and values of data, files and settings may hold such a text
 * or, side by side, become one; therefore no `](` is left anywhere, whatever follows. The two are parted by a plain space: it is seen, and what is
 * copied is what was read.
 */
export function plainSentence(text: string): string {
  return text.split('\n').map(visibleCharacters).join('\n').replaceAll('](', '] (');
}
