import { commands, type ExtensionContext, type Uri, workspace } from 'vscode';
import { ChoiceMemory } from './app/choiceMemory.ts';
import { ReportStore } from './app/runs/reportStore.ts';
import { changeLimit } from './host/commands/changeLimit.ts';
import { clearReference } from './host/commands/clearReference.ts';
import { compareDatasets } from './host/commands/compareDatasets.ts';
import { compareSelected } from './host/commands/compareSelected.ts';
import { compareWith } from './host/commands/compareWith.ts';
import { compareWithReference } from './host/commands/compareWithReference.ts';
import { compareWithRevision, type RevisionTarget } from './host/commands/compareWithRevision.ts';
import { changeCheckBound, type DriftbookPlace, muteCheckAt, setColumnRoleAt } from './host/commands/editCheck.ts';
import { evaluateFile, evaluatePredictions } from './host/commands/evaluatePredictions.ts';
import { ignoreColumn } from './host/commands/ignoreColumn.ts';
import { newDriftbook } from './host/commands/newDriftbook.ts';
import { openAsNotebook } from './host/commands/openAsNotebook.ts';
import { openSample } from './host/commands/openSample.ts';
import { openRecent, removeRecent, rerunRecent } from './host/commands/recent.ts';
import { resetChoices } from './host/commands/resetChoices.ts';
import { openDriftbookReport, runDriftbookFile } from './host/commands/runDriftbookFile.ts';
import { saveAsDriftbook } from './host/commands/saveAsDriftbook.ts';
import { selectAsReference } from './host/commands/selectAsReference.ts';
import { showInReport } from './host/commands/showInReport.ts';
import { showLastReport } from './host/commands/showLastReport.ts';
import { DataColumns } from './host/driftbook/dataColumns.ts';
import { watchDriftbooks } from './host/driftbook/driftbookDiagnostics.ts';
import { driftbookFeatures } from './host/driftbook/driftbookFeatures.ts';
import { DriftbookRuns } from './host/driftbook/driftbookRuns.ts';
import { offerDriftbookKernel } from './host/driftbook/notebookRunner.ts';
import { notebookTexts } from './host/driftbook/notebookTexts.ts';
import { fewOf } from './host/fewOf.ts';
import { ReportPanels } from './host/panels/reportPanels.ts';
import { restorePanels } from './host/panels/restorePanels.ts';
import { findingActions } from './host/problems/findingActions.ts';
import type { FindingPlace } from './host/problems/findingDiagnostic.ts';
import { Problems } from './host/problems/problems.ts';
import { RecentComparisons } from './host/recent/recentComparisons.ts';
import type { RecentReport } from './host/recent/recentItem.ts';
import { reportFolder } from './host/recent/reportFolder.ts';
import { registerCommands } from './host/registerCommands.ts';
import { Comparisons } from './host/runs/comparisons.ts';
import { ReferenceMark } from './host/runs/referenceMark.ts';
import { RunStatus } from './host/runs/runStatus.ts';
import { tellWrongChoices } from './host/settings/tellWrongChoices.ts';
import { watchSettings } from './host/settings/watchSettings.ts';
import { offerLanguage } from './host/window/driftbookLanguage.ts';
import { openLog } from './host/window/log.ts';
import { offerNotebooks } from './host/window/notebooks.ts';
import { offerQuickFixes } from './host/window/quickFix.ts';
import { restoreReportTabs } from './host/window/reportTab.ts';

let comparisons: Comparisons | undefined;

/** Wires commands, panels and findings. Nothing heavy is loaded: the engine and the words come with the first comparison. */
export function activate(context: ExtensionContext): void {
  const log = openLog();
  const problems = new Problems();
  const panels = new ReportPanels(context.extensionUri, log);
  const store = new ReportStore(reportFolder(context), (id, places) =>
    log.info(`kept report ${id} is passed over: ${fewOf(places)} makes no sense`),
  );
  const mark = new ReferenceMark(context);
  const choices = new ChoiceMemory(context.workspaceState, tellWrongChoices(log));
  const status = new RunStatus();
  const runner = new Comparisons({ context, panels, problems, store, choices, status, log });
  comparisons = runner;
  const house = { comparisons: runner, runs: new DriftbookRuns(runner), log };
  context.subscriptions.push(
    log,
    problems,
    mark,
    status,
    watchSettings(),
    new RecentComparisons(store, problems),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('driftbook.colours')) panels.reload();
    }),
    restoreReportTabs(restorePanels(panels, runner)),
    offerQuickFixes(findingActions),
    watchDriftbooks(log),
    offerLanguage(driftbookFeatures(new DataColumns(runner, log))),
    offerNotebooks(notebookTexts),
    offerDriftbookKernel(house.runs),
    ...registerCommands({
      'driftbook.compareDatasets': () => compareDatasets(runner),
      'driftbook.compareSelected': (_clicked: Uri | undefined, selected: readonly Uri[] | undefined) => compareSelected(runner, selected),
      'driftbook.compareWith': (clicked: Uri | undefined) => compareWith(runner, clicked),
      'driftbook.compareWithRevision': (clicked: RevisionTarget | undefined) => compareWithRevision(runner, clicked),
      'driftbook.evaluatePredictions': () => evaluatePredictions(runner, mark),
      'driftbook.evaluateFile': (clicked: Uri | undefined, selected: readonly Uri[] | undefined) =>
        evaluateFile(runner, mark, clicked, selected),
      'driftbook.selectAsReference': (clicked: Uri | undefined) => selectAsReference(mark, clicked),
      'driftbook.compareWithReference': (clicked: Uri | undefined) => compareWithReference(runner, mark, clicked),
      'driftbook.clearReference': () => clearReference(mark),
      'driftbook.showLastReport': () => showLastReport(runner, store, () => compareDatasets(runner)),
      'driftbook.clearFindings': () => problems.clear(),
      'driftbook.showInReport': (place: FindingPlace) => showInReport(runner, place),
      'driftbook.changeLimit': (place: FindingPlace) => changeLimit(runner, place),
      'driftbook.ignoreColumn': (place: FindingPlace) => ignoreColumn(runner, problems, place),
      'driftbook.clearFindingsOf': (place: FindingPlace) => problems.dropReport(place.reportId),
      'driftbook.resetChoices': () => resetChoices(runner),
      'driftbook.showRunning': () => status.reveal(),
      'driftbook.openRecent': (report: RecentReport) => openRecent(runner, report),
      'driftbook.rerunRecent': (report: RecentReport) => rerunRecent(runner, report),
      'driftbook.removeRecent': (report: RecentReport) => removeRecent(store, problems, report),
      'driftbook.openSample': () => openSample(context),
      'driftbook.newDriftbook': () => newDriftbook(),
      'driftbook.saveAsDriftbook': () => saveAsDriftbook(runner, log),
      'driftbook.runDriftbook': (clicked: Uri | undefined, cell?: unknown) =>
        runDriftbookFile(house, clicked, typeof cell === 'number' ? cell : undefined),
      'driftbook.openDriftbookReport': (clicked: Uri | undefined) => openDriftbookReport(house, clicked),
      'driftbook.openAsNotebook': (clicked: Uri | undefined) => openAsNotebook(clicked),
      'driftbook.setColumnRole': (place: DriftbookPlace) => setColumnRoleAt(place),
      'driftbook.changeCheckBound': (place: DriftbookPlace & { readonly bound: string }) => changeCheckBound(place),
      'driftbook.muteCheck': (place: DriftbookPlace) => muteCheckAt(place),
      'driftbook.openWalkthrough': () =>
        commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#driftbook.start`),
    }),
  );
}

/** Runs under way are interrupted and their files closed before the engine ends; if the host is gone sooner, the engine does so by itself. */
export async function deactivate(): Promise<void> {
  await comparisons?.dispose();
}
