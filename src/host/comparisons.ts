import { commands, type ExtensionContext, env, type LogOutputChannel, l10n, ProgressLocation, Uri, window } from 'vscode';
import type { Progress } from '../core/data/progress.ts';
import type { Report } from '../core/report/report.ts';
import type { ComparisonSpec } from '../core/report/spec.ts';
import type { HostMethods, PageContent } from '../shared/webviewProtocol.ts';
import { EngineClient } from './engineClient.ts';
import { failureText, isCancelled } from './failureText.ts';
import { fileName } from './fileName.ts';
import { openDataset } from './openDataset.ts';
import { type Pair, swapped } from './pair.ts';
import type { Problems } from './problems.ts';
import type { PanelRequests, ReportPanel } from './reportPanel.ts';
import type { ReportPanels } from './reportPanels.ts';
import type { ReportStore } from './reportStore.ts';
import { saveReport } from './saveReport.ts';
import { engineFromSettings, specFromSettings } from './settings.ts';
import { translate } from './translate.ts';

/** Choices made on the page, which hold for the next runs in that panel. */
type Changes = HostMethods['rerun']['params'];

interface Run {
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

/** Runs comparisons and brings their reports to panels, Problems and the store. At most one runs per pair. */
export class Comparisons implements PanelRequests {
  readonly #running = new Map<string, Run>();
  readonly #changes = new WeakMap<ReportPanel, Changes>();
  readonly #context: ExtensionContext;
  readonly #panels: ReportPanels;
  readonly #problems: Problems;
  readonly #store: ReportStore;
  readonly #log: LogOutputChannel;
  readonly #engine: EngineClient;

  constructor(context: ExtensionContext, panels: ReportPanels, problems: Problems, store: ReportStore, log: LogOutputChannel) {
    this.#context = context;
    this.#panels = panels;
    this.#problems = problems;
    this.#store = store;
    this.#log = log;
    this.#engine = new EngineClient(context.asAbsolutePath('dist/worker.cjs'));
  }

  /** Compares a pair in its panel, which is shown if it is open. Ends when the report is there, or the failure was told. */
  compare(pair: Pair): Promise<void> {
    const open = this.#panels.find(pair);
    open?.reveal();
    const panel = open ?? this.#panels.create(pair, this.#working(pair, null, null), this);
    return this.#run(panel);
  }

  /** Shows a kept report, and a column of it when one is named. False when it is no longer kept. */
  async showReport(id: string, column: string | null, chunk: number | null): Promise<boolean> {
    let panel = this.#panels.withReport(id);
    if (!panel) {
      const report = await this.#store.load(id);
      if (!report) return false;
      const pair = { reference: report.spec.reference.path, current: report.spec.current.path };
      panel = this.#panels.find(pair) ?? this.#panels.create(pair, this.#working(pair, null, null), this);
      // A newer run of the same pair is under way or failed: it goes on, and its own report follows.
      if (!this.#running.has(panel.key)) await this.#showReport(panel, id, report);
    }
    panel.reveal();
    if (column !== null) panel.select(column, chunk);
    return true;
  }

  /** Shows a report in a panel that the editor brought back, or says that it is gone. */
  async restore(adopt: (pair: Pair, content: PageContent) => ReportPanel, id: string | null): Promise<void> {
    const report = id === null ? null : await this.#store.load(id);
    if (id === null || !report) {
      const pair = { reference: '', current: '' };
      adopt(pair, this.#failed(l10n.t('This report is no longer kept'), l10n.t('Compare the two files again to see it.'), false));
      return;
    }
    const pair = { reference: report.spec.reference.path, current: report.spec.current.path };
    await this.#showReport(adopt(pair, this.#working(pair, null, null)), id, report);
  }

  swap(panel: ReportPanel): void {
    if (this.#running.has(panel.key)) return;
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

  rerun(panel: ReportPanel, changes: Changes): void {
    this.#changes.set(panel, { ...this.#changes.get(panel), ...changes });
    void this.#run(panel);
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

  async open(panel: ReportPanel, side: 'reference' | 'current'): Promise<void> {
    await openDataset(panel.pair[side]);
  }

  async save(panel: ReportPanel, format: HostMethods['save']['params']['format']): Promise<void> {
    if (panel.kept) await saveReport(panel.kept.report, format, this.#log);
  }

  /** Cancels what runs, waits for it, and ends the worker. */
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
      const spec = this.#spec(panel);
      this.#log.info(`comparing ${pair.current} with ${pair.reference}`);
      const report = await this.#progress(panel, spec, controller);
      controller.signal.throwIfAborted();
      const id = await this.#store.save(report, this.#panels.reportIds());
      this.#log.info(`compared in ${report.durationMs} ms: ${report.summary.alert} of ${report.summary.tested} columns alert`);
      await this.#showReport(panel, id, report);
    } catch (error) {
      if (isCancelled(error) || panel.disposed) {
        this.#log.info(`cancelled: ${pair.current} with ${pair.reference}`);
        if (findings) this.#problems.put(key, findings);
        if (panel.disposed) return;
        // Back to what was there before.
        if (kept) await this.#showReport(panel, kept.id, kept.report);
        else panel.show(this.#failed(l10n.t('Cancelled'), l10n.t('The comparison was stopped before it was done.'), true));
        return;
      }
      this.#log.error(error instanceof Error ? error : String(error));
      await this.#tellFailure(panel, error);
    }
  }

  #spec(panel: ReportPanel): ComparisonSpec {
    const changes = this.#changes.get(panel);
    return {
      ...specFromSettings(panel.pair),
      ...(changes?.chunk ? { chunk: changes.chunk } : {}),
      ...(changes?.profile ? { profile: changes.profile } : {}),
    };
  }

  /** One run of the engine, shown in a notification and on the page; either can cancel it. */
  #progress(panel: ReportPanel, spec: ComparisonSpec, controller: AbortController): Promise<Report> {
    const { pair } = panel;
    const title = l10n.t('Comparing {0} with {1}', fileName(pair.current), fileName(pair.reference));
    return Promise.resolve(
      window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (bar, token) => {
        token.onCancellationRequested(() => controller.abort());
        panel.show(this.#working(pair, null, null));
        const [client, { progressText }] = await Promise.all([this.#engine.get(), import('../core/words/progressText.ts')]);
        const engine = engineFromSettings(Uri.joinPath(this.#context.globalStorageUri, 'temp').fsPath);
        const version = (this.#context.extension.packageJSON as { version: string }).version;
        let told = 0;
        let share = 0;
        const onProgress = (progress: Progress): void => {
          const item = progress.stage === 'opening' && progress.item !== null ? fileName(progress.item) : progress.item;
          const message = progressText({ ...progress, item }, translate);
          const now = progress.total > 0 ? progress.done / progress.total : share;
          // Wide tables tell more than a page needs.
          if (Date.now() - told < 100 && now < 1) return;
          told = Date.now();
          bar.report({ message, increment: Math.max(0, now - share) * 100 });
          share = Math.max(share, now);
          if (!controller.signal.aborted) panel.show(this.#working(pair, message, progress.total > 0 ? share : null));
        };
        controller.signal.throwIfAborted();
        return client.compare({ spec, engine, version }, { signal: controller.signal, onProgress });
      }),
    );
  }

  async #showReport(panel: ReportPanel, id: string, report: Report): Promise<void> {
    const { reportText } = await import('../core/words/reportText.ts');
    const text = reportText(report, translate, env.language);
    panel.show({ kind: 'report', reportId: id, report, text, select: null }, { id, report });
    await this.#problems.set(panel.key, id, report);
  }

  async #tellFailure(panel: ReportPanel, error: unknown): Promise<void> {
    const detail = await failureText(error);
    const names = [fileName(panel.pair.current), fileName(panel.pair.reference)];
    panel.show(this.#failed(l10n.t('{0} could not be compared with {1}', ...names), detail, true));
    const [retry, log, limit] = [l10n.t('Try Again'), l10n.t('Show Log'), l10n.t('Change Memory Limit')];
    const more = (error as { code?: unknown }).code === 'out_of_memory' ? [limit] : [];
    // The message stays until it is answered: the run itself is over.
    void window.showErrorMessage(detail, ...more, retry, log).then((answer) => {
      if (answer === log) this.#log.show();
      if (answer === limit) void commands.executeCommand('workbench.action.openSettings', 'driftbook.memoryLimitMb');
      if (answer === retry) void this.compare(panel.pair);
    });
  }

  #working(pair: Pair, detail: string | null, share: number | null): PageContent {
    return {
      kind: 'working',
      title: l10n.t('Comparing {0} with {1}', fileName(pair.current), fileName(pair.reference)),
      detail: detail ?? l10n.t('Starting …'),
      share,
      cancelLabel: l10n.t('Cancel'),
    };
  }

  #failed(title: string, detail: string, again: boolean): PageContent {
    const close = { id: 'close', label: l10n.t('Close') } as const;
    const retry = { id: 'retry', label: l10n.t('Try Again') } as const;
    return { kind: 'failed', title, detail, actions: again ? [retry, close] : [close] };
  }
}
