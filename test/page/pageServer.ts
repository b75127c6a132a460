import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { PageContent, RowsRequest } from '../../src/shared/webviewProtocol.ts';
import { bodyClasses, type Theme, themeKinds, themeSheet } from './themeVariables.ts';

const dist = fileURLToPath(new URL('../../dist/webview/', import.meta.url));
const nonce = 'c2FtcGxlLW5vbmNl';
const policy = [
  "default-src 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  `style-src 'self' 'nonce-${nonce}'`,
  `script-src 'nonce-${nonce}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What a page is served with. */
export interface Setting {
  readonly theme: Theme;
  readonly content: PageContent;
  readonly saved?: unknown;
  readonly bodyClass?: string;
}

/**
 * The host's side of a page, in the page: records what is sent in `window.sent`, answers `ready` with the content and all else
 * with null, and lets a test make requests through `window.hostRequest`.
 */
function fakeHost(content: PageContent, saved: unknown): void {
  const sent: unknown[] = [];
  let state = saved;
  const deliver = (data: unknown): void => void window.dispatchEvent(new MessageEvent('message', { data }));
  // 45 rows of whatever is asked for; `window.rowsError` makes it fail.
  const deliverRows = (id: number, { column, side, offset, limit }: RowsRequest): void => {
    const message = (window as unknown as { rowsError?: string }).rowsError;
    const error = { name: 'Error', message, code: null, details: null, stack: null };
    const numbers = Array.from({ length: Math.max(0, Math.min(limit, 45 - offset)) }, (_, i) => offset + i + 1);
    const rows = numbers.map((n) => [`${side} ${n}`, n % 7 === 0 ? null : `<b>${n}</b>`, `2019-06-${n}`, `another value ${n}`]);
    const result = {
      columns: [column, 'id', 'timestamp', 'a column of a long name'],
      rows,
      rowNumbers: numbers.map((n) => n * 11),
      total: 45,
    };
    queueMicrotask(() => deliver(message === undefined ? { rpc: 'result', id, result } : { rpc: 'error', id, error }));
  };
  Object.assign(window, {
    sent,
    keptState: () => state,
    hostRequest: (method: string, params: unknown) => deliver({ rpc: 'request', id: 900 + sent.length, method, params }),
    acquireVsCodeApi: () => ({
      postMessage: (message: { rpc: string; id: number; method?: string; params?: unknown }) => {
        sent.push(message);
        if (message.rpc !== 'request') return;
        const { id } = message;
        if (message.method === 'rows') {
          deliverRows(id, message.params as RowsRequest);
          return;
        }
        const result = message.method === 'ready' ? content : null;
        queueMicrotask(() => deliver({ rpc: 'result', id, result }));
      },
      getState: () => state,
      setState: (next: unknown) => {
        state = next;
      },
    }),
  });
}

function html({ theme, bodyClass }: Setting): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Driftbook</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta property="csp-nonce" content="${nonce}">
<link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/report.css"></head>
<body class="${bodyClasses[theme]} ${bodyClass ?? ''}" data-vscode-theme-kind="${themeKinds[theme]}">
<script nonce="${nonce}" src="/host.js"></script><script nonce="${nonce}" src="/report.js"></script></body></html>`;
}

/** Serves the built page under the product's content security policy. */
export class PageServer {
  readonly #server: Server;
  setting: Setting | null = null;

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request.url ?? '/').then(
        ({ type, body }) => response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body),
        () => response.writeHead(404).end(),
      );
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(url: string): Promise<{ type: string; body: string | Buffer }> {
    const { setting } = this;
    if (setting === null) throw new Error('Nothing to serve.');
    if (url === '/') return { type: 'text/html; charset=utf-8', body: html(setting) };
    if (url === '/theme.css') return { type: 'text/css', body: themeSheet(setting.theme) };
    if (url === '/report.css') return { type: 'text/css', body: await readFile(`${dist}report.css`) };
    if (url === '/report.js') return { type: 'text/javascript', body: await readFile(`${dist}report.js`) };
    if (url === '/host.js') {
      const given = [setting.content, setting.saved ?? null].map((value) => JSON.stringify(value)).join(', ');
      // A bundler may wrap functions in helpers the page does not have.
      return { type: 'text/javascript', body: `globalThis.__name = (f) => f; (${fakeHost.toString()})(${given});` };
    }
    if (url === '/favicon.ico') return { type: 'image/x-icon', body: '' };
    throw new Error(`Not served: ${url}`);
  }
}
