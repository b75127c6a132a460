import { CodeAction, CodeActionKind, type CodeActionProvider, l10n } from 'vscode';
import type { FindingDiagnostic } from './findingDiagnostic.ts';
import { isFinding } from './problems.ts';

function quickFix(title: string, command: string, diagnostic: FindingDiagnostic): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command, title, arguments: [diagnostic.place] };
  return action;
}

/** Only a verdict on values has a limit that can be moved. */
function hasLimit({ code }: FindingDiagnostic): boolean {
  const { value } = (code ?? {}) as { value?: unknown };
  return value === 'drift/distribution' || value === 'drift/chunk';
}

/** A measure has a limit that can be moved, and is no column that could be left out. */
function measureFixes(finding: FindingDiagnostic): CodeAction[] {
  const { measure, bound } = finding.place;
  if (!measure || !bound) return [];
  return [quickFix(l10n.t('Change Limit of “{0}”…', measure), 'driftbook.changeLimit', finding)];
}

/** Quick fixes of findings: into the report, leave the column out, move its limit, clear. */
export const findingActions: CodeActionProvider = {
  provideCodeActions(_document, _range, context) {
    const findings = context.diagnostics.filter(isFinding);
    const actions = findings.flatMap((finding) => {
      const { column, measure } = finding.place;
      const title = measure === undefined ? l10n.t('Show “{0}” in Drift Report', column) : l10n.t('Show in Evaluation Report');
      const show = quickFix(title, 'driftbook.showInReport', finding);
      show.isPreferred = true;
      if (measure !== undefined) return [show, ...measureFixes(finding)];
      const limit = hasLimit(finding) ? [quickFix(l10n.t('Change Limit of “{0}”…', column), 'driftbook.changeLimit', finding)] : [];
      return [show, quickFix(l10n.t('Ignore Column “{0}” in This Workspace', column), 'driftbook.ignoreColumn', finding), ...limit];
    });
    const runs = new Map(findings.map((finding) => [finding.place.reportId, finding]));
    const clear = [...runs.values()].map((finding) =>
      quickFix(l10n.t('Clear Findings of This Comparison'), 'driftbook.clearFindingsOf', finding),
    );
    return [...actions, ...clear];
  },
};
