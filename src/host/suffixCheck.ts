import { type Disposable, l10n } from 'vscode';
import { fileSuffixes } from './settingValues.ts';
import { watchSetting } from './watchSetting.ts';

/** Says what of the setting of file name endings cannot be meant. */
export function watchSuffixes(): Disposable {
  return watchSetting(
    'driftbook.fileSuffixes',
    (value) => fileSuffixes(value).wrong,
    (setting, list) =>
      l10n.t(
        'In the setting “{0}” this is not understood and left out: {1}. An entry gives an ending and a format: csv, json, parquet or arrow. Example: ".dat": "csv"',
        setting,
        list,
      ),
  );
}
