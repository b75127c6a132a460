import { type Disposable, EventEmitter, Uri, type WebviewPanel } from 'vscode';
import { type Pair, pairKey } from '../../app/filePair.ts';
import type { RowsPage } from '../../core/data/rowsPage.ts';
import type { Report } from '../../core/report/report.ts';
import type { ChoiceChanges } from '../../core/spec/choices.ts';
import type { HostMethods, PageContent, PageMethods, Preview, ReportPlace, RowsRequest } from '../../shared/webviewProtocol.ts';
import { tabTitle } from '../runs/pairText.ts';
import { paletteFromSettings } from '../settings/settings.ts';
import type { Log } from '../window/log.ts';
import { nameTab } from '../window/reportTab.ts';
import { type ConnectedPage, connectPage } from './connectPage.ts';
import type { Side } from './fileStamps.ts';
import { pageFolder, paletteFolder, reportHtml } from './reportHtml.ts';

/** What a page asks of the house around it. */
export interface PanelRequests {
  swap(panel: ReportPanel): void;
  rerun(panel: ReportPanel, changes: ChoiceChanges): Promise<void>;
  cancel(panel: ReportPanel): void;
  retry(panel: ReportPanel): void;
  open(panel: ReportPanel, side: Side): Promise<void>;
  rows(panel: ReportPanel, request: RowsRequest, signal: AbortSignal): Promise<RowsPage>;
  save(panel: ReportPanel, format: HostMethods['save']['params']['format']): Promise<void>;
  saveChart(panel: ReportPanel, chart: HostMethods['saveChart']['params']): Promise<void>;
}

/** A report with its id in the store. */
export interface KeptReport {
  readonly id: string;
  readonly report: Report;
}

/** What a panel begins with. */
export interface PanelStart {
  readonly pair: Pair;
  readonly content: PageContent;
}

/** What is around a panel. */
export interface PanelHouse {
  readonly extensionUri: Uri;
  readonly requests: PanelRequests;
  readonly log: Log;
}

/**
 * One panel: holds the page's content, so that a page that was hidden and made anew gets the whole of it. The page is told of changes only
 * after it said that it is ready.
 */
export class ReportPanel {
  #pair: Pair;
  #content: PageContent;
  #kept: KeptReport | null = null;
  #page: ConnectedPage | null = null;
  #ready = false;
  #disposed = false;
  readonly #panel: WebviewPanel;
  readonly #extensionUri: Uri;
  readonly #requests: PanelRequests;
  readonly #log: Log;
  readonly #listeners: Disposable[] = [];
  readonly #shown = new EventEmitter<void>();
  /** Comes into view. */
  readonly onDidShow = this.#shown.event;

  constructor(panel: WebviewPanel, { pair, content }: PanelStart, { extensionUri, requests, log }: PanelHouse) {
    this.#panel = panel;
    this.#pair = pair;
    this.#content = content;
    this.#extensionUri = extensionUri;
    this.#requests = requests;
    this.#log = log;
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri), paletteFolder(extensionUri)] };
    panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.png');
    this.#name();
    this.#connect();
    this.#listeners.push(
      panel.onDidChangeViewState(() => {
        // A hidden page is thrown away; what was asked of it is never answered.
        if (panel.visible) this.#shown.fire();
        else this.#connect();
      }),
      panel.onDidDispose(() => {
        this.#disposed = true;
        this.#page?.rpc.dispose();
        for (const listener of this.#listeners) listener.dispose();
        this.#shown.dispose();
      }),
    );
    this.#load();
  }

  get pair(): Pair {
    return this.#pair;
  }

  set pair(pair: Pair) {
    this.#pair = pair;
    this.#name();
  }

  get key(): string {
    return pairKey(this.#pair);
  }

  get content(): PageContent {
    return this.#content;
  }

  /** The last report shown, also while a new run is under way. */
  get kept(): KeptReport | null {
    return this.#kept;
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  get active(): boolean {
    return this.#panel.active;
  }

  /** Calls `listener` when the panel is closed, at once when it already is. */
  onDidDispose(listener: () => void): void {
    if (this.#disposed) listener();
    else this.#panel.onDidDispose(listener);
  }

  show(content: PageContent, kept: KeptReport | null = this.#kept): void {
    this.#content = content;
    this.#kept = kept;
    this.#name();
    void this.#tell('show', content);
  }

  /** Says how far the work under way is. */
  proceed(detail: string, share: number | null): void {
    if (this.#content.kind !== 'working') return;
    this.#content = { ...this.#content, detail, share };
    void this.#tell('proceed', { detail, share });
  }

  /** Shows what is known so far of the work under way. Ends when the page has drawn it, at once when there is no page to draw it. */
  async showPreview(preview: Preview): Promise<void> {
    if (this.#content.kind !== 'working') return;
    this.#content = { ...this.#content, preview };
    await this.#tell('show', this.#content);
  }

  /** Marks the sides whose files are no longer those of the report; none when it shows no report. */
  showStale(stale: readonly Side[]): void {
    if (this.#content.kind !== 'report' || String(this.#content.stale) === String(stale)) return;
    this.show({ ...this.#content, stale });
  }

  /** Makes the page anew, which then has the colours of the settings; its reader's place is kept by the page itself. */
  reload(): void {
    if (this.#disposed) return;
    this.#connect();
    this.#load();
  }

  /** Moves the page to a place; a page that is not there yet starts on it. */
  select(place: ReportPlace): void {
    if (this.#ready) void this.#tell('select', place);
    else if (this.#content.kind === 'report') this.#content = { ...this.#content, select: place };
  }

  reveal(): void {
    this.#panel.reveal();
  }

  close(): void {
    this.#panel.dispose();
  }

  #name(): void {
    nameTab(this.#panel, tabTitle(this.#pair, this.#content.kind === 'report' && this.#content.stale.length > 0));
  }

  #load(): void {
    // Its nonce makes every page a new one to the editor.
    this.#panel.webview.html = reportHtml(this.#panel.webview, this.#extensionUri, this.#panel.title, paletteFromSettings());
  }

  async #tell<K extends keyof PageMethods & string>(method: K, params: PageMethods[K]['params']): Promise<void> {
    if (!this.#ready || this.#disposed) return;
    // A page that goes away before it answers gets the whole content when it is back.
    await this.#page?.rpc.request(method, params as never).catch((error: Error) => {
      if (error.name !== 'AbortError') this.#log.error(`report page, ${method}: ${error.message}`);
    });
  }

  #connect(): void {
    this.#page?.rpc.dispose();
    this.#ready = false;
    const page = connectPage(this.#panel.webview, this.#log);
    const { answer, on } = page;
    this.#page = page;
    answer('ready', () => {
      this.#ready = true;
      const content = this.#content;
      // A page that is made anew later starts where its reader left it, not here again.
      if (content.kind === 'report') this.#content = { ...content, select: null };
      return content;
    });
    on('swap', () => this.#requests.swap(this));
    on('rerun', (changes) => this.#requests.rerun(this, changes));
    on('cancel', () => this.#requests.cancel(this));
    on('retry', () => this.#requests.retry(this));
    on('open', ({ side }) => this.#requests.open(this, side));
    on('save', ({ format }) => this.#requests.save(this, format));
    on('saveChart', (chart) => this.#requests.saveChart(this, chart));
    answer('rows', (request, { signal }) => this.#requests.rows(this, request, signal));
    on('trouble', ({ what, detail }) => this.#log.error(`report page, ${what}: ${detail}`));
  }
}
