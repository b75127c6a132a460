import { commands, type ExtensionContext, env, l10n, Uri } from 'vscode';
import type { ChoiceMemory } from '../../app/choiceMemory.ts';
import { type Pair, pairKey, pairOf, swapped } from '../../app/filePair.ts';
import { ownEvaluation } from '../../app/mergeChoices.ts';
import { run } from '../../app/run.ts';
import type { ReportStore } from '../../app/runs/reportStore.ts';
import type { Progress } from '../../core/data/progress.ts';
import type { RowsPage } from '../../core/data/rowsPage.ts';
import type { Report } from '../../core/report/report.ts';
import { resultOf } from '../../core/report/sectionOf.ts';
import type { ColumnInspection } from '../../core/roles/inspectColumns.ts';
import type { ChoiceChanges, Choices } from '../../core/spec/choices.ts';
import { choicesLayer, specOf } from '../../core/spec/layers.ts';
import type { ComparisonSpec, EvaluateSpec } from '../../core/spec/spec.ts';
import type { HostMethods, PageContent, ReportPlace, RowsRequest } from '../../shared/webviewProtocol.ts';
import type { EngineOptions } from '../../shared/workerProtocol.ts';
import { dataFailureText, editorFailure, isCancelled } from '../editorFailure.ts';
import { translate } from '../editorTranslate.ts';
import { fileName } from '../fileName.ts';
import { begunAt, type Side, staleSides } from '../panels/fileStamps.ts';
import { failedContent, workingContent } from '../panels/pageContents.ts';
import { ToldError } from '../panels/pageError.ts';
import { previews } from '../panels/previews.ts';
import { pageFolder } from '../panels/reportHtml.ts';
import type { PanelRequests, ReportPanel } from '../panels/reportPanel.ts';
import type { ReportPanels } from '../panels/reportPanels.ts';
import { rowQuery } from '../panels/rowQuery.ts';
import { saveChart } from '../panels/saveChart.ts';
import { saveReport } from '../panels/saveReport.ts';
import { StaleWatch } from '../panels/staleWatch.ts';
import type { Problems } from '../problems/problems.ts';
import { openDataset } from '../questions/openDataset.ts';
import { engineFromSettings, specSettings } from '../settings/settings.ts';
import type { Log } from '../window/log.ts';
import { tellError } from '../window/tell.ts';
import { withNotification } from '../window/withNotification.ts';
import { EngineClient } from './engineClient.ts';
import { failedTitle, logName, runTitle } from './pairText.ts';
import type { RunStatus } from './runStatus.ts';

interface Run {
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

/** Changes without what the settings say themselves. */
function own(pair: Pair, changes: ChoiceChanges): ChoiceChanges {
  const { evaluate } = changes;
  return evaluate === undefined ? changes : { ...changes, evaluate: ownEvaluation(evaluate, specSettings(pair).evaluate?.limits) };
}

/** What comparisons work with. */
export interface ComparisonParts {
  readonly context: ExtensionContext;
  readonly panels: ReportPanels;
  readonly problems: Problems;
  readonly store: ReportStore;
  readonly choices: ChoiceMemory;
  readonly status: RunStatus;
  readonly log: Log;
}

/** Runs comparisons and brings their reports to panels, Problems and the store. At most one runs per pair. */
export class Comparisons implements PanelRequests {
  readonly #running = new Map<string, Run>();
  readonly #context: ExtensionContext;
  readonly #panels: ReportPanels;
  readonly #problems: Problems;
  readonly #store: ReportStore;
  readonly #choices: ChoiceMemory;
  readonly #status: RunStatus;
  readonly #log: Log;
  readonly #engine: EngineClient;
  readonly #stale = new StaleWatch();

  constructor({ context, panels, problems, store, choices, status, log }: ComparisonParts) {
    this.#context = context;
    this.#panels = panels;
    this.#problems = problems;
    this.#store = store;
    this.#choices = choices;
    this.#status = status;
    this.#log = log;
    this.#engine = new EngineClient(context.asAbsolutePath('dist/worker.cjs'));
  }

  /** Compares a pair in its panel, which is shown if it is open. Ends when the report is there, or the failure was told. */
  compare(pair: Pair): Promise<void> {
    const open = this.#panels.find(pair);
    open?.reveal();
    const panel = open ?? this.#panels.create(pair, workingContent(pair), this);
    return this.#run(panel);
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
      if (!this.#running.has(panel.key)) await this.#showReport(panel, id, report);
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
    await this.#showReport(adopt(pair, workingContent(pair)), id, report);
  }

  swap(panel: ReportPanel): void {
    if (this.#running.has(panel.key) || panel.pair.reference === null) return;
    const pair = swapped(panel.pair);
    const other = this.#panels.find(pair);
    if (other && other !== panel) {
      other.reveal();
      return;
    }
    this.#problems.drop(panel.key);
    panel.pair = pair;
    void this.#run(panel);
  }

  async rerun(panel: ReportPanel, changes: ChoiceChanges): Promise<void> {
    await this.#choices.change(panel.pair, own(panel.pair, changes));
    // A run under way was asked for with the choices of before.
    this.#running.get(panel.key)?.controller.abort();
    void this.#run(panel);
  }

  /** Changes choices of the pair of a kept report and compares it again. False when the report is no longer kept. */
  async rerunReport(id: string, changes: ChoiceChanges): Promise<boolean> {
    const pair = await this.#pairOf(id);
    if (!pair) return false;
    await this.#choices.change(pair, own(pair, changes));
    this.#running.get(pairKey(pair))?.controller.abort();
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
    const client = await this.#engine.get();
    return client.inspect({ spec, engine: this.#engineOptions() }, { signal });
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

  /** A report that is on screen or kept. */
  async report(id: string): Promise<Report | null> {
    return this.#panels.withReport(id)?.kept?.report ?? (await this.#store.load(id));
  }

  /** Stops the run; when none is under way there is nothing to go back to, so the panel closes. */
  cancel(panel: ReportPanel): void {
    const running = this.#running.get(panel.key);
    if (running) running.controller.abort();
    else panel.close();
  }

  retry(panel: ReportPanel): void {
    void this.#run(panel);
  }

  async open(panel: ReportPanel, side: Side): Promise<void> {
    const path = panel.pair[side];
    if (path !== null) await openDataset(path);
  }

  async rows(panel: ReportPanel, request: RowsRequest, signal: AbortSignal): Promise<RowsPage> {
    const report = panel.kept?.report;
    if (!report) throw new ToldError(l10n.t('This report is no longer kept'));
    const { side } = request;
    // Other rows than those that were counted would only mislead.
    if (panel.content.kind === 'report' && panel.content.stale.includes(side)) {
      throw new ToldError(
        l10n.t('{0} has changed since this report was made. Run the comparison again to see its rows.', fileName(panel.pair[side] ?? '')),
      );
    }
    try {
      const client = await this.#engine.get();
      return await client.rows({ spec: report.spec, engine: this.#engineOptions(), side, query: rowQuery(report, request) }, { signal });
    } catch (error) {
      if (isCancelled(error)) throw error;
      this.#log.error(error);
      throw new ToldError((await dataFailureText(error)) ?? l10n.t('The rows could not be read. The log of Driftbook says why.'));
    }
  }

  async save(panel: ReportPanel, format: HostMethods['save']['params']['format']): Promise<void> {
    if (panel.kept) await saveReport(panel.kept.report, format, pageFolder(this.#context.extensionUri).fsPath, this.#log);
  }

  async saveChart(panel: ReportPanel, chart: HostMethods['saveChart']['params']): Promise<void> {
    if (panel.kept) await saveChart(panel.kept.report, chart, this.#log);
  }

  /** Cancels what runs, waits for it, and ends the engine. */
  async dispose(): Promise<void> {
    for (const { controller } of this.#running.values()) controller.abort();
    await Promise.all([...this.#running.values()].map(({ done }) => done));
    await this.#engine.dispose();
  }

  #run(panel: ReportPanel): Promise<void> {
    const { key } = panel;
    const earlier = this.#running.get(key);
    if (earlier && !earlier.controller.signal.aborted) return earlier.done;
    const controller = new AbortController();
    panel.onDidDispose(() => controller.abort());
    // A cancelled run may still be on its way out.
    const done = (earlier?.done ?? Promise.resolve())
      .then(() => this.#compare(panel, controller))
      .finally(() => {
        if (this.#running.get(key)?.controller === controller) this.#running.delete(key);
      });
    this.#running.set(key, { controller, done });
    return done;
  }

  async #compare(panel: ReportPanel, controller: AbortController): Promise<void> {
    const { pair, key, kept } = panel;
    const findings = this.#problems.drop(key);
    try {
      const spec = specOf(pair, [specSettings(pair), choicesLayer(await this.#choices.get(pair))]);
      const begun = Date.now();
      const { memoryLimitMb, threads } = this.#engineOptions();
      this.#log.info(`started: ${logName(pair)}, memory ${memoryLimitMb} MiB, threads ${threads}`);
      const report = await this.#progress(panel, spec, controller);
      controller.signal.throwIfAborted();
      const id = await this.#store.save(report, this.#panels.reportIds());
      const summary = resultOf(report, 'drift')?.summary;
      const columns = summary === undefined ? '' : `${summary.alert} of ${summary.tested} columns alert, `;
      this.#log.info(`done in ${report.run.durationMs} ms: ${columns}${report.findings.length} findings`);
      await this.#showReport(panel, id, report, begun);
    } catch (error) {
      if (isCancelled(error) || panel.disposed) {
        this.#log.info(`cancelled: ${logName(pair)}`);
        if (findings) this.#problems.put(key, findings);
        if (panel.disposed) return;
        // Back to what was there before.
        if (kept) await this.#showReport(panel, kept.id, kept.report);
        else panel.show(failedContent(l10n.t('Cancelled'), l10n.t('The comparison was stopped before it was done.'), true));
        return;
      }
      this.#log.error(error);
      await this.#tellFailure(panel, error);
    }
  }

  async #pairOf(id: string): Promise<Pair | null> {
    const report = await this.report(id);
    return report && pairOf(report.spec);
  }

  #engineOptions(): EngineOptions {
    const folder = (name: string): string => Uri.joinPath(this.#context.globalStorageUri, name).fsPath;
    return engineFromSettings({ temp: folder('temp'), cache: folder('cache') });
  }

  /** One run of the engine, shown in a notification and on the page; either can cancel it. */
  #progress(panel: ReportPanel, spec: ComparisonSpec, controller: AbortController): Promise<Report> {
    const { pair } = panel;
    const title = runTitle(pair);
    const standing = this.#status.start(title, panel);
    return withNotification(
      title,
      () => controller.abort(),
      async (advance) => {
        panel.show(workingContent(pair));
        const [client, { progressText }] = await Promise.all([this.#engine.get(), import('../../core/words/progressText.ts')]);
        const engine = this.#engineOptions();
        const version = (this.#context.extension.packageJSON as { version: string }).version;
        let share = 0;
        const onProgress = (progress: Progress): void => {
          const item = progress.stage === 'opening' && progress.item !== null ? fileName(progress.item) : progress.item;
          const message = progressText({ ...progress, item }, translate);
          const now = progress.total > 0 ? progress.done / progress.total : share;
          standing.progress(progress);
          advance(message, Math.max(0, now - share) * 100);
          share = Math.max(share, now);
          if (!controller.signal.aborted) panel.proceed(message, progress.total > 0 ? share : null);
        };
        const onPreview = previews(panel, controller.signal);
        controller.signal.throwIfAborted();
        return run(client, { spec, engine, version }, { signal: controller.signal, onProgress, onPreview });
      },
    ).finally(() => standing.dispose());
  }

  /** `begun`: when the run began that read the files, epoch milliseconds. */
  async #showReport(panel: ReportPanel, id: string, report: Report, begun = begunAt(report)): Promise<void> {
    const [{ sayReport }, stale] = await Promise.all([import('../../core/sections/sayReport.ts'), staleSides(report, begun)]);
    const text = sayReport(report, translate, env.language);
    panel.show({ kind: 'report', reportId: id, report, text, select: null, stale }, { id, report });
    this.#stale.follow(panel, report, begun);
    await this.#problems.set(panel.key, id, report);
  }

  async #tellFailure(panel: ReportPanel, error: unknown): Promise<void> {
    const detail = await editorFailure(error);
    panel.show(failedContent(failedTitle(panel.pair), detail, true));
    const [retry, log, limit] = [l10n.t('Try Again'), l10n.t('Show Log'), l10n.t('Change Memory Limit')];
    const more = (error as { code?: unknown }).code === 'out_of_memory' ? [limit] : [];
    // The message stays until it is answered: the run itself is over.
    void tellError(detail, ...more, retry, log).then((answer) => {
      if (answer === log) this.#log.show();
      if (answer === limit) void commands.executeCommand('workbench.action.openSettings', 'driftbook.memoryLimitMb');
      if (answer === retry) void this.compare(panel.pair);
    });
  }
}
