import { type ExtensionContext, env, l10n, Uri } from 'vscode';
import type { ChoiceMemory } from '../../app/choiceMemory.ts';
import { run } from '../../app/run.ts';
import type { ReportStore } from '../../app/runs/reportStore.ts';
import type { Report } from '../../core/report/report.ts';
import { resultOf } from '../../core/report/sectionOf.ts';
import { choicesLayer, specOf } from '../../core/spec/layers.ts';
import type { ComparisonSpec } from '../../core/spec/spec.ts';
import type { EngineOptions } from '../../shared/workerProtocol.ts';
import { isCancelled } from '../editorFailure.ts';
import { translate } from '../editorTranslate.ts';
import { begunAt, staleSides } from '../panels/fileStamps.ts';
import { failedContent, workingContent } from '../panels/pageContents.ts';
import { previews } from '../panels/previews.ts';
import type { KeptReport, ReportPanel } from '../panels/reportPanel.ts';
import type { ReportPanels } from '../panels/reportPanels.ts';
import { StaleWatch } from '../panels/staleWatch.ts';
import type { Problems } from '../problems/problems.ts';
import { engineFromSettings, specSettings } from '../settings/settings.ts';
import type { Log } from '../window/log.ts';
import { withNotification } from '../window/withNotification.ts';
import { EngineClient } from './engineClient.ts';
import { logName, runTitle } from './pairText.ts';
import type { RunStatus } from './runStatus.ts';
import { RunsByPair } from './runsByPair.ts';
import { shownProgress } from './shownProgress.ts';

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

/** Runs of the engine, each brought as a report to its panel, to Problems and the store. At most one runs per pair. */
export class ReportRuns {
  /** The engine that all runs share. */
  readonly engine: EngineClient;
  readonly #running = new RunsByPair();
  readonly #stale = new StaleWatch();
  readonly #context: ExtensionContext;
  readonly #panels: ReportPanels;
  readonly #problems: Problems;
  readonly #store: ReportStore;
  readonly #choices: ChoiceMemory;
  readonly #status: RunStatus;
  readonly #log: Log;
  readonly #failed: (panel: ReportPanel, error: unknown) => Promise<void>;

  /** `failed` shows and tells of a run that failed. */
  constructor(
    { context, panels, problems, store, choices, status, log }: ComparisonParts,
    failed: (panel: ReportPanel, error: unknown) => Promise<void>,
  ) {
    this.engine = new EngineClient(context.asAbsolutePath('dist/worker.cjs'));
    this.#context = context;
    this.#panels = panels;
    this.#problems = problems;
    this.#store = store;
    this.#choices = choices;
    this.#status = status;
    this.#log = log;
    this.#failed = failed;
  }

  /** Whether a run of the pair with this key is under way. */
  has(key: string): boolean {
    return this.#running.has(key);
  }

  /** Stops the run of a pair. False when none is under way. */
  abort(key: string): boolean {
    return this.#running.abort(key);
  }

  /** Cancels what runs, waits for it, and ends the engine. */
  async end(): Promise<void> {
    await this.#running.end();
    await this.engine.dispose();
  }

  /** What the engine may use, and where. */
  engineOptions(): EngineOptions {
    const folder = (name: string): string => Uri.joinPath(this.#context.globalStorageUri, name).fsPath;
    return engineFromSettings({ temp: folder('temp'), cache: folder('cache') });
  }

  /** Runs the comparison of a panel, unless one runs. Ends when its report is shown, or its failure was told. */
  start(panel: ReportPanel): Promise<void> {
    const controller = new AbortController();
    panel.onDidDispose(() => controller.abort());
    return this.#running.start(panel.key, controller, () => this.#compare(panel, controller));
  }

  async #compare(panel: ReportPanel, controller: AbortController): Promise<void> {
    const { pair, key, kept } = panel;
    const findings = this.#problems.drop(key);
    try {
      const spec = specOf(pair, [specSettings(pair), choicesLayer(await this.#choices.get(pair))]);
      const begun = Date.now();
      const { memoryLimitMb, threads } = this.engineOptions();
      this.#log.info(`started: ${logName(pair)}, memory ${memoryLimitMb} MiB, threads ${threads}`);
      const report = await this.#progress(panel, spec, controller);
      controller.signal.throwIfAborted();
      const id = await this.#store.save(report, this.#panels.reportIds());
      const summary = resultOf(report, 'drift')?.summary;
      const columns = summary === undefined ? '' : `${summary.alert} of ${summary.tested} columns alert, `;
      this.#log.info(`done in ${report.run.durationMs} ms: ${columns}${report.findings.length} findings`);
      await this.show(panel, id, report, begun);
    } catch (error) {
      if (isCancelled(error) || panel.disposed) {
        this.#log.info(`cancelled: ${logName(pair)}`);
        if (findings) this.#problems.put(key, findings);
        await this.#showBefore(panel, kept);
        return;
      }
      this.#log.error(error);
      await this.#failed(panel, error);
    }
  }

  /** A panel whose run was cancelled shows what was there before. */
  async #showBefore(panel: ReportPanel, kept: KeptReport | null): Promise<void> {
    if (panel.disposed) return;
    if (kept) await this.show(panel, kept.id, kept.report);
    else panel.show(failedContent(l10n.t('Cancelled'), l10n.t('The comparison was stopped before it was done.'), true));
  }

  /** One run of the engine, shown in the status bar, in a notification and on the page; the latter two can cancel it. */
  async #progress(panel: ReportPanel, spec: ComparisonSpec, controller: AbortController): Promise<Report> {
    const title = runTitle(panel.pair);
    const status = this.#status.start(title, panel);
    try {
      return await withNotification(
        title,
        () => controller.abort(),
        async (advance) => {
          const { signal } = controller;
          panel.show(workingContent(panel.pair));
          const [client, { progressText }] = await Promise.all([this.engine.get(), import('../../app/outputs.ts')]);
          signal.throwIfAborted();
          const { version } = this.#context.extension.packageJSON as { version: string };
          const onProgress = shownProgress({ status, advance, panel, signal }, progressText);
          const request = { spec, engine: this.engineOptions(), version };
          return run(client, request, { signal, onProgress, onPreview: previews(panel, signal) });
        },
      );
    } finally {
      status.dispose();
    }
  }

  /** Brings a report to its panel and to Problems. `begun`: when the run began that read the files, epoch milliseconds. */
  async show(panel: ReportPanel, id: string, report: Report, begun = begunAt(report)): Promise<void> {
    const [{ sayReport }, stale] = await Promise.all([import('../../app/outputs.ts'), staleSides(report, begun)]);
    const text = sayReport(report, translate, env.language);
    panel.show({ kind: 'report', reportId: id, report, text, select: null, stale }, { id, report });
    this.#stale.follow(panel, report, begun);
    await this.#problems.set(panel.key, id, report);
  }
}
