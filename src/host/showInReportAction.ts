import { CodeAction, CodeActionKind, type CodeActionProvider, l10n } from 'vscode';
import { isFinding } from './problems.ts';

/** Quick fix of a finding: the drill-down of its column in the report. */
export const showInReportAction: CodeActionProvider = {
  provideCodeActions(_document, _range, context) {
    return context.diagnostics.filter(isFinding).map((diagnostic) => {
      const action = new CodeAction(l10n.t('Show “{0}” in Drift Report', diagnostic.place.column), CodeActionKind.QuickFix);
      action.diagnostics = [diagnostic];
      action.isPreferred = true;
      action.command = { command: 'driftbook.showInReport', title: action.title, arguments: [diagnostic.place] };
      return action;
    });
  },
};
