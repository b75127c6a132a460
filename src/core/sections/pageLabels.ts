import type { Translate } from '../words/translate.ts';
import { pageLabelKeys, pageLabelsEnglish } from './pageLabelKeys.ts';

/** The words of the page in one language; their placeholders stay, the page fills them. */
export function pageLabels(t: Translate): Record<string, string> {
  // Each placeholder is filled with itself, whatever the translator does with missing values.
  return Object.fromEntries(pageLabelKeys.map((key) => [key, t(pageLabelsEnglish[key], '{0}', '{1}', '{2}', '{3}', '{4}', '{5}')]));
}
