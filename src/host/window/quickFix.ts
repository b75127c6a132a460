import { CodeAction, CodeActionKind, type CodeActionProvider, type Disposable, languages } from 'vscode';
import type { PlainDiagnostic } from './plainDiagnostic.ts';
import { plainSentence } from './plainSentence.ts';

/** A quick fix. */
export type QuickFix = CodeAction;

/** A quick fix of an entry of Problems that runs a command. */
export function quickFix(title: string, command: string, diagnostic: PlainDiagnostic, ...args: readonly unknown[]): QuickFix {
  const plain = plainSentence(title);
  const action = new CodeAction(plain, CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command, title: plain, arguments: [...args] };
  return action;
}

/** Offers quick fixes in files on disk. */
export function offerQuickFixes(provider: CodeActionProvider): Disposable {
  return languages.registerCodeActionsProvider({ scheme: 'file' }, provider, { providedCodeActionKinds: [CodeActionKind.QuickFix] });
}
