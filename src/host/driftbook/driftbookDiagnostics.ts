import { DiagnosticSeverity, Disposable, Range, workspace } from 'vscode';
import { translate } from '../editorTranslate.ts';
import { openDiagnostics } from '../window/diagnostics.ts';
import { driftbookLanguage, type OpenText } from '../window/driftbookLanguage.ts';
import type { Log } from '../window/log.ts';
import { PlainDiagnostic } from '../window/plainDiagnostic.ts';
import { isCell, readableText } from './readableText.ts';

/** Milliseconds without typing after which a text is read. */
const pause = 250;

/** Keeps what is wrong with the driftbooks that are open in Problems, at its place; what was closed has nothing there. */
export function watchDriftbooks(log: Log): Disposable {
  const collection = openDiagnostics('driftbook-files');
  const waiting = new Map<string, NodeJS.Timeout>();
  const look = async (open: OpenText): Promise<void> => {
    const { version } = open;
    const found = await problemsOf(open);
    // Whatever was typed meanwhile is read by itself.
    if (!open.isClosed && open.version === version && open.languageId === driftbookLanguage) collection.set(open.uri, found);
  };
  const soon = (open: OpenText, after: number): void => {
    if (open.languageId !== driftbookLanguage) return;
    const key = open.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => {
        waiting.delete(key);
        look(open).catch((error: unknown) => log.error(error));
      }, after),
    );
  };
  for (const open of workspace.textDocuments) soon(open, 0);
  return Disposable.from(
    collection,
    workspace.onDidOpenTextDocument((open) => soon(open, 0)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) soon(document, pause);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      clearTimeout(waiting.get(uri.toString()));
      waiting.delete(uri.toString());
      collection.set(uri, []);
    }),
    new Disposable(() => {
      for (const timer of waiting.values()) clearTimeout(timer);
    }),
  );
}

/** What is wrong with an open text. */
async function problemsOf(open: OpenText): Promise<PlainDiagnostic[]> {
  // A cell that was just added says nothing yet.
  if (isCell(open) && open.getText().trim() === '') return [];
  const [{ text, unframed }, { driftbookProblemText, parseDriftbook }] = await Promise.all([
    readableText(open),
    import('../../app/driftbookFiles.ts'),
  ]);
  return parseDriftbook(text).problems.flatMap((problem) => {
    const part = unframed(problem.range);
    if (part === null) return [];
    const range = new Range(open.positionAt(part.start), open.positionAt(part.end));
    const entry = new PlainDiagnostic(range, driftbookProblemText(problem, translate), DiagnosticSeverity.Error);
    entry.source = 'Driftbook';
    entry.code = 'syntax' in problem.what ? problem.what.syntax : problem.what.code;
    return [entry];
  });
}
