import { readFileSync } from 'node:fs';
import type { Translate } from '../../../src/core/words/translate.ts';

/** Root of the repository. */
export const root = new URL('../../../', import.meta.url).pathname.replace(/\/$/, '');

/** The Chinese messages by their English ones. */
export const chineseMessages: Readonly<Record<string, string>> = JSON.parse(readFileSync(`${root}/l10n/bundle.l10n.zh-cn.json`, 'utf8'));

/** Fills placeholders in one pass, as the editor and the CLI do. */
const fill = (message: string, values: readonly (string | number)[]): string =>
  message.replace(/\{(\d+)\}/g, (all, index) => String(values[Number(index)] ?? all));

export const english: Translate = (message, ...values) => fill(message, values);
export const chinese: Translate = (message, ...values) => fill(chineseMessages[message] ?? message, values);
