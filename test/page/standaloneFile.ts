import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { PageContent } from '../../src/shared/webviewProtocol.ts';

const dist = new URL('../../dist/webview/', import.meta.url);

/** Writes a report as a file of its own, with its content as JSON or deflated, and answers with its address. */
export async function standaloneFile(content: PageContent, form: 'json' | 'deflate'): Promise<string> {
  const [script, style] = await Promise.all(['report.js', 'report.css'].map((name) => readFile(new URL(name, dist), 'utf8')));
  const json = JSON.stringify(content);
  const element =
    form === 'json'
      ? `<script type="application/json" id="driftbook-content">${json.replace(/</g, '\\u003c')}</script>`
      : `<script type="application/octet-stream;base64" id="driftbook-content-deflate">${deflateRawSync(json).toString('base64')}</script>`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head><body>
${element}<script>${script!.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--')}</script></body></html>`;
  const path = join(await mkdtemp(join(tmpdir(), 'driftbook-')), 'report.html');
  await writeFile(path, html);
  return pathToFileURL(path).href;
}
