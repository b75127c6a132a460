import { sayPlain } from '../core/words/sayPlain.ts';
import type { Translate } from '../core/words/translate.ts';
import type { OptionName } from './optionTable.ts';
import { UsageError } from './usageError.ts';

/** Names parted by commas; a comma that belongs to a name stands behind a backslash. */
export function names(text: string): string[] {
  return text.split(/(?<!\\),/).map((name) => name.replace(/\\,/g, ','));
}

/** `COLUMN=VALUE`. The last sign of equality parts them: a name may hold one, a value may not. */
export function assignments(option: OptionName, text: string, t: Translate): readonly [string, string] {
  const at = text.lastIndexOf('=');
  if (at <= 0 || at === text.length - 1) throw new UsageError(sayPlain(t, '--{0} needs COLUMN=VALUE, not {1}.', option, text));
  return [text.slice(0, at), text.slice(at + 1)];
}
