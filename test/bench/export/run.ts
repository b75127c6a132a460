import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { renderHtml } from '../../../src/core/render/html.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { columnsOf } from '../../../src/core/report/sectionOf.ts';
import { sayDocument } from '../../../src/core/sections/sayDocument.ts';
import { wideReport as densestReport } from '../../unit/render/wideReport.ts';
import { english } from '../../unit/words/translators.ts';
import { type OpenTime, openTimes } from './openTime.ts';
import { wideReport } from './wideReport.ts';

/**
 * Size of an exported report and how long it takes to open: `npm run bench:export`, with the page of a production build in dist/. By default a
 * made-up report of 500 columns by 12 chunks in which every number has all its digits; with `-- FILE.json` a report that was saved as JSON; with
 * `-- COLUMNS ROWS MONTHS` one that is analysed first, which takes minutes.
 */
const given = process.argv.slice(2);
const report: Report =
  given[0] === undefined
    ? densestReport(500, 12)
    : given[0].endsWith('.json')
      ? (JSON.parse(readFileSync(given[0], 'utf8')) as Report)
      : await wideReport(Number(given[0]), Number(given[1] ?? 3000), Number(given[2] ?? 12));
const built = process.env.DRIFTBOOK_PAGE ?? new URL('../../../dist/webview', import.meta.url).pathname;
const page = (name: string): string => readFileSync(join(built, name), 'utf8');
const start = performance.now();
const html = renderHtml(
  report,
  sayDocument(report, english, 'en'),
  { script: page('report.js'), style: page('report.css') },
  (bytes) => deflateRawSync(bytes, { level: 9 }),
  (text) => createHash('sha256').update(text).digest('base64'),
);
const milliseconds = (time: number): string => `${Math.round(time)} ms`;
console.log(
  `${columnsOf(report).length} columns × ${report.time?.chunks.length ?? 0} chunks: ${Buffer.byteLength(html)} bytes ` +
    `(JSON ${JSON.stringify(report).length}), rendered in ${milliseconds(performance.now() - start)}`,
);
const file = join(mkdtempSync(join(tmpdir(), 'driftbook-bench-')), 'report.html');
writeFileSync(file, html);
const opened = await openTimes(pathToFileURL(file).href, 5);
for (const { cell, chart, cellCpu } of opened) {
  console.log(
    `opened: first heatmap cell painted after ${milliseconds(cell)} (${milliseconds(cellCpu)} of processor time), first chart after ${milliseconds(chart)}`,
  );
}
const best = (part: keyof OpenTime): string => milliseconds(Math.min(...opened.map((one) => one[part])));
console.log(`best: first cell ${best('cell')}, ${best('cellCpu')} of processor time; load average ${loadavg()[0]?.toFixed(1)}`);
console.log(file);
