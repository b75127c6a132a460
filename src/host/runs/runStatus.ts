import { Disposable, l10n } from 'vscode';
import type { Progress } from '../../core/data/progress.ts';
import type { ReportPanel } from '../panels/reportPanel.ts';
import { StatusItem } from '../window/statusItem.ts';

/** How far a run is, in the words of the status bar. */
function words(progress: Progress | null): string {
  if (progress?.stage === 'evaluating') return l10n.t('Driftbook: evaluating …');
  if (progress?.stage !== 'columns' || progress.total === 0) return l10n.t('Driftbook: comparing …');
  return l10n.t('Driftbook: column {0} of {1}', Math.min(progress.total, progress.done + 1), progress.total);
}

interface ShownRun {
  readonly title: string;
  readonly panel: ReportPanel;
  progress: Progress | null;
}

/** Says in the status bar that a comparison runs, and how far it is; a click shows its report. */
export class RunStatus {
  readonly #runs = new Set<ShownRun>();
  #item: StatusItem | null = null;

  /** Begins a run; what is returned is told of its progress, and disposed when it ends. */
  start(title: string, panel: ReportPanel): Disposable & { progress(progress: Progress): void } {
    const run: ShownRun = { title, panel, progress: null };
    this.#runs.add(run);
    this.#show();
    return Object.assign(
      new Disposable(() => {
        this.#runs.delete(run);
        this.#show();
      }),
      {
        progress: (progress: Progress): void => {
          run.progress = progress;
          this.#show();
        },
      },
    );
  }

  /** Brings the report of the run in the status bar to the front. */
  reveal(): void {
    this.#last?.panel.reveal();
  }

  dispose(): void {
    this.#item?.dispose();
  }

  /** The run that began last. */
  get #last(): ShownRun | undefined {
    return [...this.#runs].at(-1);
  }

  #show(): void {
    const run = this.#last;
    if (!run) {
      this.#item?.hide();
      return;
    }
    this.#item ??= new StatusItem('driftbook.running', l10n.t('Drift Comparison'), 'driftbook.showRunning');
    const text = words(run.progress);
    this.#item.show({ icon: 'sync~spin', text, tooltip: l10n.t('{0}\nClick to show it.', run.title), spoken: text });
  }
}
