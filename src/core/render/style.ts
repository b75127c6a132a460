import type { Tone } from '../report/block.ts';

/** How a piece of terminal text looks. */
export type Look = Tone | 'strong';

const codes: Readonly<Record<Look, string>> = { plain: '', strong: '1', quiet: '2', alert: '1;31', watch: '33', ok: '32' };

/** Puts a look on a text; without colour it stays as it is. */
export function style(text: string, look: Look, color: boolean): string {
  return color && codes[look] !== '' && text !== '' ? `\u001b[${codes[look]}m${text}\u001b[0m` : text;
}
