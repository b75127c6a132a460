import { readFileSync } from 'node:fs';
import { config, t } from '@vscode/l10n';
import type { Translate } from '../core/words/translate.ts';

/** A translator to a language; the translations lie beside the program. Without them it speaks English. */
export function translator(language: 'en' | 'zh-cn', folder: URL): Translate {
  if (language !== 'en') {
    try {
      config({ contents: readFileSync(new URL(`bundle.l10n.${language}.json`, folder), 'utf8') });
    } catch {
      // A missing translation is no reason to fail.
    }
  }
  return (message, ...values) => t(message, ...values);
}
