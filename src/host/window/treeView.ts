import { type Disposable, type TreeDataProvider, window } from 'vscode';
import { plainSentence } from './plainSentence.ts';

/** A view of rows, with a number on its badge. */
export interface View extends Disposable {
  /** Shows a number with its tooltip; nothing for 0. */
  count(value: number, tooltip: string): void;
}

/** Fills a view of the manifest. The rows come from `treeRow`. */
export function treeView<T>(id: string, rows: TreeDataProvider<T>): View {
  const view = window.createTreeView(id, { treeDataProvider: rows });
  return {
    count(value, tooltip) {
      view.badge = value === 0 ? undefined : { value, tooltip: plainSentence(tooltip) };
    },
    dispose: () => view.dispose(),
  };
}
