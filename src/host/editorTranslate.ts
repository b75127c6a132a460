import { l10n } from 'vscode';
import type { Translate } from '../core/words/translate.ts';

/** The editor's translations as the word makers take them. */
export const translate: Translate = (message, ...values) => l10n.t(message, ...values);
