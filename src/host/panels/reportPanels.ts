import type { Uri, WebviewPanel } from 'vscode';
import { type Pair, pairKey } from '../../app/filePair.ts';
import type { PageContent } from '../../shared/webviewProtocol.ts';
import type { Log } from '../window/log.ts';
import { openReportTab } from '../window/reportTab.ts';
import { type PanelRequests, ReportPanel } from './reportPanel.ts';

/** The open report panels, one per pair. */
export class ReportPanels {
  readonly #open = new Set<ReportPanel>();
  readonly #extensionUri: Uri;
  readonly #log: Log;

  constructor(extensionUri: Uri, log: Log) {
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
    // The panel names itself.
    return this.adopt(openReportTab(), pair, content, requests);
  }

  /** Takes over a panel that the editor brought back. */
  adopt(panel: WebviewPanel, pair: Pair, content: PageContent, requests: PanelRequests): ReportPanel {
    const report = new ReportPanel(panel, { pair, content }, { extensionUri: this.#extensionUri, requests, log: this.#log });
    this.#open.add(report);
    report.onDidDispose(() => this.#open.delete(report));
    return report;
  }
}
