import { l10n, type Uri } from 'vscode';
import { fileKindsText } from '../../core/words/fileKindsText.ts';
import { translate } from '../editorTranslate.ts';
import { fileName } from '../fileName.ts';
import { isDataFile } from '../questions/dataFiles.ts';
import { suffixesFromSettings } from '../settings/settings.ts';
import { tellError } from '../window/tell.ts';

/** The path of a file that can be compared; otherwise says why not and gives null. */
export function comparablePath(uri: Uri): string | null {
  if (uri.scheme !== 'file') {
    void tellError(l10n.t('{0} is not on disk. Save it as a file, then compare.', uri.toString(true)));
    return null;
  }
  if (!isDataFile(uri.fsPath, Object.keys(suffixesFromSettings()))) {
    void tellError(
      l10n.t(
        '{0} is not a data file that can be compared. Choose {1}; other file name endings can be added in the setting “driftbook.fileSuffixes”.',
        fileName(uri.fsPath),
        fileKindsText(translate),
      ),
    );
    return null;
  }
  return uri.fsPath;
}
