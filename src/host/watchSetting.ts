import { type Disposable, workspace } from 'vscode';
import { fewOf } from './fewOf.ts';
import { tellWarning } from './window/tell.ts';

/** Says what of a setting cannot be meant, in the words of `sentence`: now, and whenever it changes. */
export function watchSetting(
  setting: string,
  wrong: (value: unknown) => readonly string[],
  sentence: (setting: string, list: string) => string,
): Disposable {
  let told = '';
  const check = (): void => {
    const list = fewOf(wrong(workspace.getConfiguration().get(setting)));
    if (list !== '' && list !== told) tellWarning(sentence(setting, list));
    told = list;
  };
  check();
  return workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(setting)) check();
  });
}
