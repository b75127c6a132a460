import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { evaluationOf } from '../core/report/evaluationOf.ts';
import type { Report } from '../core/report/report.ts';
import type { Translate } from '../core/words/translate.ts';

/** Formats of files that a report can be written to: `csv` is the table of columns, `measures` that of measures of predictions. */
export const fileFormats = ['json', 'html', 'csv', 'measures', 'markdown'] as const;

export type ReportFileFormat = (typeof fileFormats)[number];

/** What the files of a report are made with. */
export interface FileSurroundings {
  /** Folder of the bundles of the page. */
  readonly pageFolder: string;
  /** The language that `t` translates to. */
  readonly language: string;
  readonly t: Translate;
}

/** A report as the content of a file. What makes it is loaded as it is needed. */
export async function reportFile(report: Report, format: ReportFileFormat, { pageFolder, language, t }: FileSurroundings): Promise<string> {
  switch (format) {
    case 'json': {
      const { renderJson } = await import('../core/render/json.ts');
      return `${renderJson(report, 2)}\n`;
    }
    case 'csv': {
      const { renderColumnsCsv } = await import('../core/render/columnsCsv.ts');
      return renderColumnsCsv(report);
    }
    case 'measures': {
      const { renderMeasuresCsv } = await import('../core/render/measuresCsv.ts');
      const evaluation = evaluationOf(report);
      return evaluation === null ? '' : renderMeasuresCsv(evaluation, report.time);
    }
    case 'markdown': {
      const [{ renderMarkdown }, { sayReport }] = await Promise.all([
        import('../core/render/markdown.ts'),
        import('../core/sections/sayReport.ts'),
      ]);
      return renderMarkdown(report, sayReport(report, t, language));
    }
    case 'html': {
      const [{ renderHtml }, { sayReport }, script, style] = await Promise.all([
        import('../core/render/html.ts'),
        import('../core/sections/sayReport.ts'),
        readFile(join(pageFolder, 'report.js'), 'utf8'),
        readFile(join(pageFolder, 'report.css'), 'utf8'),
      ]);
      const hash = (block: string): string => createHash('sha256').update(block).digest('base64');
      const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 9 });
      return renderHtml(report, sayReport(report, t, language), { script, style }, deflate, hash);
    }
  }
}
