import { commands, Uri } from 'vscode';

/** Opens a dataset's file in whatever editor is set for it. */
export async function openDataset(path: string): Promise<void> {
  await commands.executeCommand('vscode.open', Uri.file(path));
}
