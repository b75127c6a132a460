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
import type { runOptions } from '../core/spec/runOptions.ts';
import type { Of } from '../core/spec/shape.ts';
import type { Translate } from '../core/words/translate.ts';

/** Formats of files that a report can be written to: `csv` is the table of columns, `measures` that of measures of predictions. */
export type ReportFileFormat = keyof NonNullable<Of<typeof runOptions>['files']>;

/** What the files of a report are made with. */
export interface FileSurroundings {
  /** Folder of the bundles of the page. */
  readonly pageFolder: string;
  /** The language that `t` translates to. */
  readonly language: string;
  readonly t: Translate;
}

/** A report as the content of a file. */
export async function reportFile(report: Report, format: ReportFileFormat, { pageFolder, language, t }: FileSurroundings): Promise<string> {
  switch (format) {
    case 'json':
      return `${renderJson(report, 2)}\n`;
    case 'csv':
      return renderColumnsCsv(report);
    case 'measures': {
      const evaluation = evaluationOf(report);
      return evaluation === null ? '' : renderMeasuresCsv(evaluation, report.time);
    }
    case 'markdown':
      return renderMarkdown(report, sayReport(report, t, language));
    case 'html': {
      const [script, style] = await Promise.all([
        readFile(join(pageFolder, 'report.js'), 'utf8'),
        readFile(join(pageFolder, 'report.css'), 'utf8'),
      ]);
      const hash = (block: string): string => createHash('sha256').update(block).digest('base64');
      const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 9 });
      return renderHtml(report, sayReport(report, t, language), { script, style }, deflate, hash);
    }
  }
}
