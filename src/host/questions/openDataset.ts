import { commands, Uri } from 'vscode';
import { datasetOf } from '../../core/spec/datasetOf.ts';
import { suffixesFromSettings } from '../settings/settings.ts';

/** Opens a dataset's file in whatever editor is set for it. */
export async function openDataset(path: string): Promise<void> {
  const dataset = datasetOf(path, suffixesFromSettings());
  await commands.executeCommand('vscode.open', Uri.file('database' in dataset ? dataset.database : path));
}
