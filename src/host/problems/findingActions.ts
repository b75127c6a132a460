import { type CodeActionProvider, l10n } from 'vscode';
import { type QuickFix, quickFix } from '../window/quickFix.ts';
import type { FindingDiagnostic } from './findingDiagnostic.ts';
import { isFinding } from './problems.ts';

/** A quick fix whose command is told of the finding's place. */
function fix(title: string, command: string, finding: FindingDiagnostic): QuickFix {
  return quickFix(title, command, finding, finding.place);
}

/** Only a verdict on values has a limit that can be moved. */
function hasLimit({ code }: FindingDiagnostic): boolean {
  const { value } = (code ?? {}) as { value?: unknown };
  return value === 'drift/distribution' || value === 'drift/chunk';
}

function columnFixes(finding: FindingDiagnostic): QuickFix[] {
  const { column } = finding.place;
  const show = fix(l10n.t('Show “{0}” in Drift Report', column), 'driftbook.showInReport', finding);
  show.isPreferred = true;
  const limit = hasLimit(finding) ? [fix(l10n.t('Change Limit of “{0}”…', column), 'driftbook.changeLimit', finding)] : [];
  return [show, fix(l10n.t('Ignore Column “{0}” in This Workspace', column), 'driftbook.ignoreColumn', finding), ...limit];
}

/**
 * The findings of one evaluation: those of a measure (as measured, as estimated) lead to its row, those of no measure to the section, by one way in
 * each. A measure has a limit that can be moved, and is no column that could be left out.
 */
function performanceFixes(findings: readonly [FindingDiagnostic, ...FindingDiagnostic[]]): QuickFix[] {
  const names = [...new Set(findings.map(({ measureName }) => measureName))];
  // What is about no measure comes last.
  names.sort((a, b) => Number(a === null) - Number(b === null));
  const shows = names.flatMap((name) => {
    const ofMeasure = findings.filter(({ measureName }) => measureName === name);
    const [first] = ofMeasure;
    if (first === undefined) return [];
    const title = name === null ? l10n.t('Show in Evaluation Report') : l10n.t('Show “{0}” in Evaluation Report', name);
    const show = fix(title, 'driftbook.showInReport', first);
    show.diagnostics = ofMeasure;
    return [show];
  });
  if (shows[0] !== undefined) shows[0].isPreferred = true;
  const limits = findings.flatMap((finding) => {
    const { measureName, place } = finding;
    return measureName !== null && place.bound
      ? [fix(l10n.t('Change Limit of “{0}”…', measureName), 'driftbook.changeLimit', finding)]
      : [];
  });
  return [...shows, ...limits];
}

/** Findings by the report they are of. */
function byReport(findings: readonly FindingDiagnostic[]): [FindingDiagnostic, ...FindingDiagnostic[]][] {
  const reports = new Map<string, [FindingDiagnostic, ...FindingDiagnostic[]]>();
  for (const finding of findings) {
    const { reportId } = finding.place;
    const others = reports.get(reportId);
    if (others) others.push(finding);
    else reports.set(reportId, [finding]);
  }
  return [...reports.values()];
}

/** Quick fixes of findings: into the report, leave the column out, move its limit or that of a measure, clear. */
export const findingActions: CodeActionProvider = {
  provideCodeActions(_document, _range, context) {
    const findings = context.diagnostics.filter(isFinding);
    const ofPerformance = byReport(findings.filter(({ place }) => place.measure !== undefined));
    const ofColumns = findings.filter(({ place }) => place.measure === undefined);
    const clear = byReport(findings).map(([finding]) =>
      fix(l10n.t('Clear Findings of This Comparison'), 'driftbook.clearFindingsOf', finding),
    );
    return [...ofPerformance.flatMap(performanceFixes), ...ofColumns.flatMap(columnFixes), ...clear];
  },
};
