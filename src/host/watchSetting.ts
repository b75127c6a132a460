import { type Disposable, l10n, workspace } from 'vscode';
import { dataText } from '../core/words/dataText.ts';
import { tellWarning } from './window/tell.ts';

/** Most entries of a setting that are told. */
const most = 5;

/** Entries as a sentence may hold them: a setting comes from whoever wrote the folder, so each is cut to 60 characters, and only some are told. */
function listed(entries: readonly string[]): string {
  const told = entries.slice(0, most).map((entry) => dataText(entry));
  const left = entries.length - told.length;
  return [...told, ...(left > 0 ? [l10n.t('{0} more', left)] : [])].join(', ');
}

/** Says what of a setting cannot be meant, in the words of `sentence`: now, and whenever it changes. */
export function watchSetting(
  setting: string,
  wrong: (value: unknown) => readonly string[],
  sentence: (setting: string, list: string) => string,
): Disposable {
  let told = '';
  const check = (): void => {
    const list = listed(wrong(workspace.getConfiguration().get(setting)));
    if (list !== '' && list !== told) tellWarning(sentence(setting, list));
    told = list;
  };
  check();
  return workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(setting)) check();
  });
}
