import { type Disposable, l10n, window, workspace } from 'vscode';
import { fileSuffixes } from './settingValues.ts';

const setting = 'driftbook.fileSuffixes';

/** Says what of the setting of file name endings cannot be meant: now, and whenever it changes. */
export function watchSuffixes(): Disposable {
  let told = '';
  const check = (): void => {
    const { wrong } = fileSuffixes(workspace.getConfiguration().get(setting));
    const list = wrong.join(', ');
    if (list !== '' && list !== told) {
      void window.showWarningMessage(
        l10n.t(
          'In the setting “{0}” this is not understood and left out: {1}. An entry gives an ending and a format: csv, json, parquet or arrow. Example: ".dat": "csv"',
          setting,
          list,
        ),
      );
    }
    told = list;
  };
  check();
  return workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(setting)) check();
  });
}
