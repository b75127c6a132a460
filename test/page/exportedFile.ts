import { createHash } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { renderHtml } from '../../src/core/render/html.ts';
import type { Report } from '../../src/core/report/report.ts';
import { sayDocument } from '../../src/core/sections/sayDocument.ts';
import { english } from '../unit/words/translators.ts';

/** Writes the file the product writes of a report, with the page as it was built, and answers with its address. */
export async function exportedFile(report: Report): Promise<string> {
  const [script = '', style = ''] = await Promise.all(
    ['report.js', 'report.css'].map((name) => readFile(new URL(`../../dist/webview/${name}`, import.meta.url), 'utf8')),
  );
  const html = renderHtml(
    report,
    sayDocument(report, english, 'en'),
    { script, style },
    (bytes) => deflateRawSync(bytes, { level: 9 }),
    (text) => createHash('sha256').update(text).digest('base64'),
  );
  const path = join(await mkdtemp(join(tmpdir(), 'driftbook-exported-')), 'report.html');
  await writeFile(path, html);
  return pathToFileURL(path).href;
}
