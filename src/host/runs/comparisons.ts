import { type ExtensionContext, l10n, workspace } from 'vscode';
import type { ChoiceMemory } from '../../app/choiceMemory.ts';
import type { DriftbookFollower, DriftbookRequest } from '../../app/driftbook/runDriftbook.ts';
import { type Pair, pairKey, pairOf, pathOfAsked, swapped } from '../../app/filePair.ts';
import { ownEvaluation } from '../../app/mergeChoices.ts';
import type { ReportStore } from '../../app/runs/reportStore.ts';
import type { RowsPage } from '../../core/data/rowsPage.ts';
import type { DriftbookRun } from '../../core/driftbook/driftbookRun.ts';
import type { Report } from '../../core/report/report.ts';
import type { ColumnInspection } from '../../core/roles/inspectColumns.ts';
import type { ChoiceChanges, Choices } from '../../core/spec/choices.ts';
import { choicesLayer, specOf } from '../../core/spec/layers.ts';
import type { EvaluateSpec } from '../../core/spec/spec.ts';
import type { HostMethods, PageContent, ReportPlace, RowsRequest } from '../../shared/webviewProtocol.ts';
import { editorFailure } from '../editorFailure.ts';
import type { Side } from '../panels/fileStamps.ts';
import { failedContent, workingContent } from '../panels/pageContents.ts';
import { pageFolder } from '../panels/reportHtml.ts';
import type { PanelRequests, ReportPanel } from '../panels/reportPanel.ts';
import type { ReportPanels } from '../panels/reportPanels.ts';
import { saveChart } from '../panels/saveChart.ts';
import { saveReport } from '../panels/saveReport.ts';
import type { Problems } from '../problems/problems.ts';
import { openDataset } from '../questions/openDataset.ts';
import { specSettings, suffixesFromSettings } from '../settings/settings.ts';
import type { Log } from '../window/log.ts';
import { failedTitle } from './pairText.ts';
import { reportRows } from './reportRows.ts';
import { type ComparisonParts, ReportRuns } from './reportRuns.ts';
import { tellFailedRun } from './tellFailedRun.ts';

/** Changes without what the settings say themselves. */
function own(pair: Pair, changes: ChoiceChanges): ChoiceChanges {
  const { evaluate } = changes;
  return evaluate === undefined ? changes : { ...changes, evaluate: ownEvaluation(evaluate, specSettings(pair).evaluate?.limits) };
}

/** What is asked of comparisons, by commands and by the pages of reports: to run them, to show, change and save their reports. */
export class Comparisons implements PanelRequests {
  readonly #context: ExtensionContext;
  readonly #panels: ReportPanels;
  readonly #problems: Problems;
  readonly #store: ReportStore;
  readonly #choices: ChoiceMemory;
  readonly #log: Log;
  readonly #runs: ReportRuns;

  constructor(parts: ComparisonParts) {
    this.#context = parts.context;
    this.#panels = parts.panels;
    this.#problems = parts.problems;
    this.#store = parts.store;
    this.#choices = parts.choices;
    this.#log = parts.log;
    this.#runs = new ReportRuns(parts, (panel, error) => this.#failed(panel, error));
  }

  /** Compares a pair in its panel, which is shown if it is open. Ends when the report is there, or the failure was told. */
  compare(pair: Pair): Promise<void> {
    const open = this.#panels.find(pair);
    open?.reveal();
    const panel = open ?? this.#panels.create(pair, workingContent(pair), this);
    return this.#runs.start(panel);
  }

  /** Shows a kept report, and a place of it when one is named. False when it is no longer kept. */
  async showReport(id: string, place: ReportPlace | null): Promise<boolean> {
    let panel = this.#panels.withReport(id);
    if (!panel) {
      const report = await this.#store.load(id);
      if (!report) return false;
      const pair = pairOf(report.spec);
      panel = this.#panels.find(pair) ?? this.#panels.create(pair, workingContent(pair), this);
      // A newer run of the same pair is under way or failed: it goes on, and its own report follows.
      if (!this.#runs.has(panel.key)) await this.#runs.show(panel, id, report);
    }
    panel.reveal();
    if (place !== null) panel.select(place);
    return true;
  }

  /** Shows a report in a panel that the editor brought back, or says that it is gone. */
  async restore(adopt: (pair: Pair, content: PageContent) => ReportPanel, id: string | null): Promise<void> {
    const report = id === null ? null : await this.#store.load(id);
    if (id === null || !report) {
      const pair = { reference: null, current: '', evaluate: false };
      adopt(pair, failedContent(l10n.t('This report is no longer kept'), l10n.t('Compare the two files again to see it.'), false));
      return;
    }
    const pair = pairOf(report.spec);
    await this.#runs.show(adopt(pair, workingContent(pair)), id, report);
  }

  swap(panel: ReportPanel): void {
    if (this.#runs.has(panel.key) || panel.pair.reference === null) return;
    const pair = swapped(panel.pair);
    const other = this.#panels.find(pair);
    if (other && other !== panel) {
      other.reveal();
      return;
    }
    this.#problems.drop(panel.key);
    panel.pair = pair;
    void this.#runs.start(panel);
  }

  async rerun(panel: ReportPanel, changes: ChoiceChanges): Promise<void> {
    await this.#choices.change(panel.pair, own(panel.pair, changes));
    // A run under way was asked for with the choices of before.
    this.#runs.abort(panel.key);
    void this.#runs.start(panel);
  }

  /** Changes choices of the pair of a kept report and compares it again. False when the report is no longer kept. */
  async rerunReport(id: string, changes: ChoiceChanges): Promise<boolean> {
    const pair = await this.#pairOf(id);
    if (!pair) return false;
    await this.#choices.change(pair, own(pair, changes));
    this.#runs.abort(pairKey(pair));
    await this.compare(pair);
    return true;
  }

  /** Forgets what was chosen for the pair on screen and compares it again. Null when no report is on screen, false when nothing was chosen. */
  async resetChoices(): Promise<boolean | null> {
    const panel = this.#panels.active();
    if (!panel) return null;
    if (!(await this.#choices.reset(panel.pair))) return false;
    await this.rerun(panel, {});
    return true;
  }

  /** Which columns an evaluation would take for what, with these choices in place of the remembered ones. Rejects as a run does. */
  async inspect(pair: Pair, evaluate: EvaluateSpec, signal: AbortSignal): Promise<ColumnInspection> {
    const spec = specOf(pair, [specSettings(pair), choicesLayer({ ...(await this.#choices.get(pair)), evaluate })]);
    const client = await this.#runs.engine.get();
    return client.inspect({ spec, engine: this.#runs.engineOptions() }, { signal });
  }

  /** Names of the tables of a database. Rejects as a run does. */
  async tables(path: string): Promise<readonly string[]> {
    const client = await this.#runs.engine.get();
    return client.tables({ path, suffixes: suffixesFromSettings(), engine: this.#runs.engineOptions() });
  }

  /** What was chosen of the evaluation of a pair. */
  async evaluateChoices(pair: Pair): Promise<EvaluateSpec> {
    return (await this.#choices.get(pair)).evaluate ?? {};
  }

  setEvaluateChoices(pair: Pair, evaluate: EvaluateSpec): Promise<void> {
    return this.#choices.change(pair, { evaluate });
  }

  /** What was chosen for the pair of a kept report. */
  async choicesOf(id: string): Promise<Choices> {
    const pair = await this.#pairOf(id);
    return pair ? this.#choices.get(pair) : {};
  }

  /** Runs cells of a driftbook with the settings of the folder of its data. Rejects as a run does. */
  async runDriftbook(
    request: Pick<DriftbookRequest, 'path' | 'text' | 'driftbook' | 'cells'>,
    follower: DriftbookFollower,
  ): Promise<DriftbookRun> {
    const [client, { runDriftbook }] = await Promise.all([this.#runs.engine.get(), import('../../app/driftbookFiles.ts')]);
    const { version } = this.#context.extension.packageJSON as { version: string };
    const settings = specSettings({ reference: null, current: request.path, evaluate: true });
    return runDriftbook(
      client,
      { ...request, engine: this.#runs.engineOptions(), version, settings, mayRunGit: workspace.isTrusted },
      follower,
    );
  }

  /** Keeps a report that was made for a driftbook, and shows it. */
  async showRun(report: Report): Promise<void> {
    const id = await this.#store.save(report, this.#panels.reportIds());
    await this.showReport(id, null);
  }

  /** The report that has the focus; null where none has. */
  reportOnScreen(): Report | null {
    return this.#panels.active()?.kept?.report ?? null;
  }

  /** A report that is on screen or kept. */
  async report(id: string): Promise<Report | null> {
    return this.#panels.withReport(id)?.kept?.report ?? (await this.#store.load(id));
  }

  /** Stops the run; when none is under way there is nothing to go back to, so the panel closes. */
  cancel(panel: ReportPanel): void {
    if (!this.#runs.abort(panel.key)) panel.close();
  }

  retry(panel: ReportPanel): void {
    void this.#runs.start(panel);
  }

  async open(panel: ReportPanel, side: Side): Promise<void> {
    const dataset = panel.pair[side];
    if (dataset !== null) await openDataset(pathOfAsked(dataset));
  }

  rows(panel: ReportPanel, request: RowsRequest, signal: AbortSignal): Promise<RowsPage> {
    return reportRows(panel, request, { engine: this.#runs.engine, options: this.#runs.engineOptions(), log: this.#log, signal });
  }

  async save(panel: ReportPanel, format: HostMethods['save']['params']['format']): Promise<void> {
    if (panel.kept) await saveReport(panel.kept.report, format, pageFolder(this.#context.extensionUri).fsPath, this.#log);
  }

  async saveChart(panel: ReportPanel, chart: HostMethods['saveChart']['params']): Promise<void> {
    if (panel.kept) await saveChart(panel.kept.report, chart, this.#log);
  }

  /** Cancels what runs, waits for it, and ends the engine. */
  async dispose(): Promise<void> {
    await this.#runs.end();
  }

  async #pairOf(id: string): Promise<Pair | null> {
    const report = await this.report(id);
    return report && pairOf(report.spec);
  }

  /** Shows and tells that a run failed, and offers to try again. */
  async #failed(panel: ReportPanel, error: unknown): Promise<void> {
    const detail = await editorFailure(error);
    panel.show(failedContent(failedTitle(panel.pair), detail, true));
    // The message stays until it is answered: the run itself is over.
    void tellFailedRun(error, detail, this.#log, () => void this.compare(panel.pair));
  }
}
