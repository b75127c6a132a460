import { Range, type TextDocument, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { driftbookLanguage } from './driftbookLanguage.ts';

/** Shows a new text that is on no disk yet. */
export async function showNewDriftbook(content: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: driftbookLanguage, content }));
}

/** The driftbook that has the focus, as text or as notebook. */
export function activeDriftbook(): Uri | undefined {
  const notebook = window.activeNotebookEditor?.notebook;
  if (notebook?.notebookType === 'driftbook') return notebook.uri;
  const text = window.activeTextEditor?.document;
  return text?.languageId === driftbookLanguage && text.uri.scheme !== 'vscode-notebook-cell' ? text.uri : undefined;
}

/** Puts something else in place of a part of an open text. False where the editor did not take it. */
export function replaceText(
  text: TextDocument,
  { start, end, text: put }: { readonly start: number; readonly end: number; readonly text: string },
): Thenable<boolean> {
  const edit = new WorkspaceEdit();
  edit.replace(text.uri, new Range(text.positionAt(start), text.positionAt(end)), put);
  return workspace.applyEdit(edit);
}
