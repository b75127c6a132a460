import { CodeActionKind, type ExtensionContext, languages, type Uri, window } from 'vscode';
import { compareDatasets } from './host/commands/compareDatasets.ts';
import { compareSelected } from './host/commands/compareSelected.ts';
import { compareWith } from './host/commands/compareWith.ts';
import { compareWithReference } from './host/commands/compareWithReference.ts';
import { selectAsReference } from './host/commands/selectAsReference.ts';
import { showInReport } from './host/commands/showInReport.ts';
import { showLastReport } from './host/commands/showLastReport.ts';
import { Comparisons } from './host/comparisons.ts';
import type { FindingPlace } from './host/findingDiagnostic.ts';
import { Problems } from './host/problems.ts';
import { ReferenceMark } from './host/referenceMark.ts';
import { registerCommands } from './host/registerCommands.ts';
import { reportFolder } from './host/reportFolder.ts';
import { reportViewType } from './host/reportPanel.ts';
import { ReportPanels } from './host/reportPanels.ts';
import { ReportStore } from './host/reportStore.ts';
import { restorePanels } from './host/restorePanels.ts';
import { showInReportAction } from './host/showInReportAction.ts';

let comparisons: Comparisons | undefined;

/** Wires commands, panels and findings. Nothing heavy is loaded: the engine and the words come with the first comparison. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('Driftbook', { log: true });
  const problems = new Problems();
  const panels = new ReportPanels(context.extensionUri, log);
  const store = new ReportStore(reportFolder(context));
  const mark = new ReferenceMark(context);
  const runner = new Comparisons(context, panels, problems, store, log);
  comparisons = runner;
  context.subscriptions.push(
    log,
    problems,
    mark,
    window.registerWebviewPanelSerializer(reportViewType, restorePanels(panels, runner)),
    languages.registerCodeActionsProvider({ scheme: 'file' }, showInReportAction, { providedCodeActionKinds: [CodeActionKind.QuickFix] }),
    ...registerCommands({
      'driftbook.compareDatasets': () => compareDatasets(runner),
      'driftbook.compareSelected': (_clicked: Uri | undefined, selected: readonly Uri[] | undefined) => compareSelected(runner, selected),
      'driftbook.compareWith': (clicked: Uri | undefined) => compareWith(runner, clicked),
      'driftbook.selectAsReference': (clicked: Uri | undefined) => selectAsReference(mark, clicked),
      'driftbook.compareWithReference': (clicked: Uri | undefined) => compareWithReference(runner, mark, clicked),
      'driftbook.clearReference': () => mark.set(undefined),
      'driftbook.showLastReport': () => showLastReport(runner, store, () => compareDatasets(runner)),
      'driftbook.clearFindings': () => problems.clear(),
      'driftbook.showInReport': (place: FindingPlace) => showInReport(runner, place),
    }),
  );
}

/** Runs under way are interrupted before the worker ends: ending it amid a query would take the whole extension host along. */
export async function deactivate(): Promise<void> {
  await comparisons?.dispose();
}
