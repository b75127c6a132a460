import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { renderHtml } from '../../../src/core/render/html.ts';
import { reportText } from '../../../src/core/words/reportText.ts';
import { english } from '../../unit/words/translators.ts';
import { wideReport } from './wideReport.ts';

/** Size of an exported report: `node --import tsx test/bench/export/run.ts [COLUMNS] [ROWS] [MONTHS] [FILE]`, with the page of a production build. */
const [columns = 500, rows = 3000, months = 12] = process.argv.slice(2, 5).map(Number);
const page = (name: string): string => readFileSync(new URL(`../../../dist/webview/${name}`, import.meta.url), 'utf8');
const report = await wideReport(columns, rows, months);
const start = performance.now();
const html = renderHtml(
  report,
  reportText(report, english, 'en'),
  { script: page('report.js'), style: page('report.css') },
  (bytes) => deflateRawSync(bytes, { level: 9 }),
  (text) => createHash('sha256').update(text).digest('base64'),
);
const bytes = Buffer.byteLength(html);
console.log(
  `${report.columns.length} columns × ${report.time?.chunks.length ?? 0} chunks: ${bytes} bytes (JSON ${JSON.stringify(report).length}), rendered in ${Math.round(performance.now() - start)} ms`,
);
if (process.argv[5] !== undefined) writeFileSync(process.argv[5], html);
