import { l10n } from 'vscode';
import { dataText } from '../core/words/dataText.ts';

/** Most entries that are told. */
const most = 5;

/** Entries as a sentence may hold them, which may come from whoever wrote the folder: the first few, each cut to 60 characters, and how many more. */
export function fewOf(entries: readonly string[]): string {
  const told = entries.slice(0, most).map((entry) => dataText(entry));
  const left = entries.length - told.length;
  return [...told, ...(left > 0 ? [l10n.t('{0} more', left)] : [])].join(', ');
}
