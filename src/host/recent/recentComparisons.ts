import { type Disposable, EventEmitter, l10n, type TreeDataProvider } from 'vscode';
import type { ReportStore } from '../../app/runs/reportStore.ts';
import type { Problems } from '../problems/problems.ts';
import type { Row } from '../window/treeRow.ts';
import { treeView, type View } from '../window/treeView.ts';
import { type RecentReport, recentItem, recentReport } from './recentItem.ts';

/** The view of kept reports, newest first, with the number of findings on its badge. Reports are read when the view is looked at. */
export class RecentComparisons implements TreeDataProvider<RecentReport>, Disposable {
  readonly #store: ReportStore;
  readonly #problems: Problems;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #known = new Map<string, RecentReport>();
  readonly #view: View;

  constructor(store: ReportStore, problems: Problems) {
    this.#store = store;
    this.#problems = problems;
    this.#view = treeView('driftbook.recent', this);
    store.onDidChange(() => this.#changed.fire());
    problems.onDidChange(() => this.#count());
  }

  getTreeItem(report: RecentReport): Row {
    return recentItem(report);
  }

  async getChildren(): Promise<RecentReport[]> {
    const ids = await this.#store.ids();
    for (const id of [...this.#known.keys()]) if (!ids.includes(id)) this.#known.delete(id);
    const reports: RecentReport[] = [];
    for (const id of ids) {
      const report = this.#known.get(id) ?? (await this.#read(id));
      if (report) reports.push(report);
    }
    return reports;
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }

  async #read(id: string): Promise<RecentReport | null> {
    const report = await this.#store.load(id);
    if (!report) return null;
    const recent = recentReport(id, report);
    this.#known.set(id, recent);
    return recent;
  }

  #count(): void {
    const { count } = this.#problems;
    this.#view.count(count, count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count));
  }
}
