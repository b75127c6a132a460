import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ToldError } from '../../src/host/panels/pageError.ts';
import { type PanelRequests, ReportPanel } from '../../src/host/panels/reportPanel.ts';
import { extension } from './extension.ts';
import { until } from './sample.ts';

/** A panel whose page is this test: what it sends, and what it is sent. */
class Page {
  readonly sent: { rpc: string; id: number; result?: unknown; error?: Record<string, unknown> }[] = [];
  readonly asked: unknown[][] = [];
  readonly logged: string[] = [];
  readonly #messages = new vscode.EventEmitter<unknown>();
  readonly webview: vscode.Webview;
  #nextId = 0;

  constructor(rows: PanelRequests['rows']) {
    this.webview = {
      options: {},
      html: '',
      cspSource: 'https://page.invalid',
      asWebviewUri: (uri) => uri,
      postMessage: async (message) => {
        this.sent.push(message);
        return true;
      },
      onDidReceiveMessage: this.#messages.event,
    };
    const never = new vscode.EventEmitter<never>().event;
    const panel = {
      webview: this.webview,
      visible: true,
      active: true,
      onDidChangeViewState: never,
      onDidDispose: never,
    } as unknown as vscode.WebviewPanel;
    const note =
      (method: string) =>
      (_panel: ReportPanel, ...params: unknown[]): Promise<void> => {
        this.asked.push([method, ...params]);
        return Promise.resolve();
      };
    const requests: PanelRequests = {
      swap: note('swap'),
      rerun: note('rerun'),
      cancel: note('cancel'),
      retry: note('retry'),
      open: note('open'),
      save: note('save'),
      saveChart: note('saveChart'),
      rows,
    };
    const log = { info: () => {}, error: (problem: unknown) => void this.logged.push(String(problem)), show: () => {}, dispose: () => {} };
    const content = { kind: 'failed', title: '', detail: '', actions: [] } as const;
    const pair = { reference: '/a.csv', current: '/b.csv', evaluate: false };
    new ReportPanel(panel, { pair, content }, { extensionUri: extension().extensionUri, requests, log });
  }

  /** Sends anything at all. */
  post(message: unknown): void {
    this.#messages.fire(message);
  }

  /** Asks for something and gives the answer. */
  async ask(method: unknown, params: unknown): Promise<{ result?: unknown; error?: Record<string, unknown> }> {
    const id = ++this.#nextId;
    this.post({ rpc: 'request', id, method, params });
    await until(`an answer to request ${id}`, () => this.sent.some((message) => message.id === id));
    return this.sent.find((message) => message.id === id)!;
  }
}

const rows = { side: 'current', column: 'value', selection: { kind: 'missing' }, chunk: null, offset: 0, limit: 5 };
const told = 'That did not work. The log of Driftbook says why.';

suite('messages of a page', () => {
  suiteSetup(() => extension().activate());

  test('what makes no sense reaches nothing; the page hears words only, the log the rest', async () => {
    const page = new Page(() => Promise.reject(new Error('not to be asked')));
    for (const [method, params] of [
      ['rerun', { profile: '__proto__' }],
      ['rerun', { reference: { path: '/etc/passwd' } }],
      ['rerun', { columns: [1, 2] }],
      ['open', { side: '/etc/passwd' }],
      ['save', { format: '__proto__' }],
      ['saveChart', { format: 'sh', name: 'x', data: '' }],
      ['rows', { ...rows, offset: '0; DROP TABLE x' }],
      ['swap', { reference: '/etc/passwd' }],
      ['eval', { code: '1' }],
      ['__proto__', {}],
      ['constructor', {}],
    ] as const) {
      const { error } = await page.ask(method, params);
      assert.deepEqual(error, { name: 'Error', message: told, code: null, details: null, stack: null }, JSON.stringify([method, params]));
    }
    assert.deepEqual(page.asked, []);
    assert.match(page.logged[0] ?? '', /rerun: profile: /);
    assert.equal(page.logged.length, 11);
  });

  test('what the page sends is done', async () => {
    const page = new Page(async () => ({ columns: [], rows: [], rowNumbers: [], total: 0 }));
    assert.equal((await page.ask('rerun', { profile: 'strict' })).result, null);
    assert.equal((await page.ask('open', { side: 'reference' })).result, null);
    assert.deepEqual((await page.ask('rows', rows)).result, { columns: [], rows: [], rowNumbers: [], total: 0 });
    assert.equal(((await page.ask('ready', { state: null })).result as { kind: string }).kind, 'failed');
    assert.deepEqual(page.asked, [
      ['rerun', { profile: 'strict' }],
      ['open', 'reference'],
    ]);
    assert.deepEqual(page.logged, []);
  });

  test('a failure of the house: neither its stack nor its path gets to the page', async () => {
    let failure: Error = Object.assign(new TypeError('at /home/someone/extension.cjs'), { details: { file: '/etc/passwd' } });
    const page = new Page(() => Promise.reject(failure));
    assert.deepEqual((await page.ask('rows', rows)).error, { name: 'Error', message: told, code: null, details: null, stack: null });
    assert.match(page.logged[0] ?? '', /extension\.cjs/);
    failure = new ToldError('b.csv has changed.');
    assert.equal((await page.ask('rows', rows)).error?.message, 'b.csv has changed.');
  });

  test('messages that are none are passed over', async () => {
    const page = new Page(() => Promise.reject(new Error('not to be asked')));
    for (const message of [
      null,
      7,
      'x',
      [],
      {},
      { rpc: 'request' },
      { rpc: 'request', id: 1, method: { toString: null }, params: null },
      { rpc: 'error', id: 1 },
      { rpc: 'result', id: 1 },
      { rpc: 'evil', id: 1 },
    ])
      page.post(message);
    assert.equal((await page.ask('swap', null)).result, null);
    assert.deepEqual(page.asked, [['swap']]);
  });

  test('the page may load its own program and nothing else; no base, no form', () => {
    const page = new Page(() => Promise.reject(new Error('not to be asked')));
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page.webview.html)?.[1] ?? '';
    assert.match(policy, /^default-src 'none'; .*script-src 'nonce-[\w-]+'; base-uri 'none'; form-action 'none'$/);
    assert.doesNotMatch(policy, /unsafe|\*/);
  });
});
