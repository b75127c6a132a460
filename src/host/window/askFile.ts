import { type OpenDialogOptions, type SaveDialogOptions, type Uri, window } from 'vscode';
import { plainSentence } from './plainSentence.ts';

/** Asks for a file on disk. Undefined when the question is dismissed. */
export async function askFile(title: string, options: OpenDialogOptions): Promise<Uri | undefined> {
  return (await window.showOpenDialog({ ...options, title: plainSentence(title) }))?.[0];
}

/** Asks where a file is to be written to. Undefined when the question is dismissed. */
export function askTarget(title: string, options: SaveDialogOptions): Thenable<Uri | undefined> {
  return window.showSaveDialog({ ...options, title: plainSentence(title) });
}
