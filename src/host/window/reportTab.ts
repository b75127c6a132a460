import { type Disposable, ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window } from 'vscode';
import { plainSentence } from './plainSentence.ts';

export const reportViewType = 'driftbook.report';

/** Opens a tab for a report: beside a text that is being read, else where a report would stand anyway. It has no name yet. */
export function openReportTab(): WebviewPanel {
  // A text being read stays in view; a report beside another report would only get narrower.
  const column = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
  return window.createWebviewPanel(reportViewType, '', column, { enableFindWidget: true });
}

/** Names a tab. */
export function nameTab(tab: WebviewPanel, title: string): void {
  tab.title = plainSentence(title);
}

/** Has tabs of reports brought back after a reload of the window. */
export function restoreReportTabs<State>(serializer: WebviewPanelSerializer<State>): Disposable {
  return window.registerWebviewPanelSerializer(reportViewType, serializer);
}
