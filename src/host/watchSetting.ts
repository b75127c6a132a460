import { type Disposable, window, workspace } from 'vscode';

/** Says what of a setting cannot be meant, in the words of `sentence`: now, and whenever it changes. */
export function watchSetting(
  setting: string,
  wrong: (value: unknown) => readonly string[],
  sentence: (setting: string, list: string) => string,
): Disposable {
  let told = '';
  const check = (): void => {
    const list = wrong(workspace.getConfiguration().get(setting)).join(', ');
    if (list !== '' && list !== told) void window.showWarningMessage(sentence(setting, list));
    told = list;
  };
  check();
  return workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(setting)) check();
  });
}
