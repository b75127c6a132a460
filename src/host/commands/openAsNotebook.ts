import { commands, l10n, type Uri } from 'vscode';
import { notebookType } from '../window/notebooks.ts';
import { activeDriftbook } from '../window/openTexts.ts';
import { tellInformation } from '../window/tell.ts';

/** Opens a driftbook as a notebook, in place of its text. */
export async function openAsNotebook(clicked: Uri | undefined): Promise<void> {
  const file = clicked ?? activeDriftbook();
  if (file === undefined) void tellInformation(l10n.t('No driftbook is on screen. Open a file that ends with .driftbook.yaml.'));
  else await commands.executeCommand('vscode.openWith', file, notebookType);
}
