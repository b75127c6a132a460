import { type LogOutputChannel, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { PageContent } from '../shared/webviewProtocol.ts';
import { type Pair, pairKey } from './pair.ts';
import { type PanelRequests, ReportPanel, reportViewType } from './reportPanel.ts';

/** The open report panels, one per pair. */
export class ReportPanels {
  readonly #open = new Set<ReportPanel>();
  readonly #extensionUri: Uri;
  readonly #log: LogOutputChannel;

  constructor(extensionUri: Uri, log: LogOutputChannel) {
    this.#extensionUri = extensionUri;
    this.#log = log;
  }

  find(pair: Pair): ReportPanel | undefined {
    return [...this.#open].find((panel) => panel.key === pairKey(pair));
  }

  withReport(id: string): ReportPanel | undefined {
    return [...this.#open].find((panel) => panel.kept?.id === id);
  }

  /** The report that has the focus. */
  active(): ReportPanel | undefined {
    return [...this.#open].find((panel) => panel.active);
  }

  /** Makes all pages anew, in the colours of the settings. */
  reload(): void {
    for (const panel of this.#open) panel.reload();
  }

  /** Ids of the reports on screen. */
  reportIds(): Set<string> {
    return new Set([...this.#open].flatMap((panel) => panel.kept?.id ?? []));
  }

  create(pair: Pair, content: PageContent, requests: PanelRequests): ReportPanel {
    // A text being read stays in view; a report beside another report would only get narrower.
    const column = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
    // The panel names itself.
    const panel = window.createWebviewPanel(reportViewType, '', column, { enableFindWidget: true });
    return this.adopt(panel, pair, content, requests);
  }

  /** Takes over a panel that the editor brought back. */
  adopt(panel: WebviewPanel, pair: Pair, content: PageContent, requests: PanelRequests): ReportPanel {
    const report = new ReportPanel(panel, pair, content, this.#extensionUri, requests, this.#log);
    this.#open.add(report);
    report.onDidDispose(() => this.#open.delete(report));
    return report;
  }
}
