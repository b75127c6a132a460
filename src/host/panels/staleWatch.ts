import { Disposable } from 'vscode';
import type { Report } from '../../core/report/report.ts';
import { staleSides } from './fileStamps.ts';
import type { ReportPanel } from './reportPanel.ts';
import { watchFile } from './watchFile.ts';

/** Most files of a side that are watched one by one; the rest is looked at with them, and when the report comes into view. */
const watched = 20;

/** Some file systems, those of the network most of all, tell of nothing, and a watcher takes a moment to begin: open reports look for themselves. */
const lookMs = 3000;

/** Tells open reports when the files they were made from change. */
export class StaleWatch {
  readonly #followed = new WeakMap<ReportPanel, Disposable>();

  /** Follows the files of the report that a panel shows, which were read from `begun` on, in place of those of an earlier one. */
  follow(panel: ReportPanel, report: Report, begun: number): void {
    this.#followed.get(panel)?.dispose();
    if (panel.disposed) return;
    const check = async (): Promise<void> => {
      const stale = await staleSides(report, begun);
      if (panel.kept?.report === report) panel.showStale(stale);
    };
    const paths = (['reference', 'current'] as const).flatMap((side) => {
      const dataset = report.spec[side];
      const files = dataset !== null && 'rev' in dataset ? [] : (report.datasets[side]?.files ?? []);
      return files.slice(0, watched).map(({ path }) => path);
    });
    const following = Disposable.from(
      ...[...new Set(paths)].map((path) => watchFile(path, () => void check())),
      panel.onDidShow(() => void check()),
      looking(() => void check()),
    );
    this.#followed.set(panel, following);
    panel.onDidDispose(() => following.dispose());
  }
}

/** Calls `look` every few seconds until disposed; never keeps the process alive. */
function looking(look: () => void): Disposable {
  const timer = setInterval(look, lookMs);
  timer.unref();
  return new Disposable(() => clearInterval(timer));
}
