import { cp } from 'node:fs/promises';
import { commands, type ExtensionContext, l10n, Uri, workspace } from 'vscode';
import { tellError } from '../window/tell.ts';

/** Opens a copy of the sample, which may be changed at will: in this window when it is empty, else in one of its own. */
export async function openSample(context: ExtensionContext): Promise<void> {
  const sample = Uri.joinPath(context.globalStorageUri, 'driftbook-sample');
  try {
    // What was changed or deleted there before comes back.
    await cp(Uri.joinPath(context.extensionUri, 'media', 'sample').fsPath, sample.fsPath, { recursive: true });
  } catch (error) {
    void tellError(l10n.t('The sample could not be copied: {0}', error instanceof Error ? error.message : String(error)));
    return;
  }
  await commands.executeCommand('vscode.openFolder', sample, { forceNewWindow: workspace.workspaceFolders !== undefined });
}
