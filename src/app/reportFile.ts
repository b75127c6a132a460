import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { renderColumnsCsv } from '../core/render/columnsCsv.ts';
import { renderHtml } from '../core/render/html.ts';
import { renderJson } from '../core/render/json.ts';
import { renderMarkdown } from '../core/render/markdown.ts';
import { renderMeasuresCsv } from '../core/render/measuresCsv.ts';
import { evaluationOf } from '../core/report/evaluationOf.ts';
import type { Report } from '../core/report/report.ts';
import { sayReport } from '../core/sections/sayReport.ts';
import type { ReportFileFormat } from '../core/spec/reportFormats.ts';
import type { Translate } from '../core/words/translate.ts';

/** What the files of a report are made with. */
export interface FileSurroundings {
  /** Folder of the bundles of the page. */
  readonly pageFolder: string;
  /** The language that `t` translates to. */
  readonly language: string;
  readonly t: Translate;
}

type Content = (report: Report, surroundings: FileSurroundings) => string | Promise<string>;

/** What each format holds: one that has no line does not compile. */
const contents: Readonly<Record<ReportFileFormat, Content>> = {
  json: (report) => `${renderJson(report, 2)}\n`,
  csv: renderColumnsCsv,
  measures: (report) => {
    const evaluation = evaluationOf(report);
    return evaluation === null ? '' : renderMeasuresCsv(evaluation, report.time);
  },
  markdown: (report, { t, language }) => renderMarkdown(report, sayReport(report, t, language)),
  html: htmlPage,
};

/** A report as the content of a file. */
export async function reportFile(report: Report, format: ReportFileFormat, surroundings: FileSurroundings): Promise<string> {
  return contents[format](report, surroundings);
}

async function htmlPage(report: Report, { pageFolder, language, t }: FileSurroundings): Promise<string> {
  const [script, style] = await Promise.all([
    readFile(join(pageFolder, 'report.js'), 'utf8'),
    readFile(join(pageFolder, 'report.css'), 'utf8'),
  ]);
  const hash = (block: string): string => createHash('sha256').update(block).digest('base64');
  const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 9 });
  return renderHtml(report, sayReport(report, t, language), { script, style }, deflate, hash);
}
