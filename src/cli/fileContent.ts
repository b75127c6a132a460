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
import { reportText } from '../core/words/reportText.ts';
import type { Translate } from '../core/words/translate.ts';
import type { OutputFile } from './outputFile.ts';

/** A report as the content of a file. `pageFolder` holds the bundles of the page, `language` is the one `t` translates to. */
export async function fileContent(
  report: Report,
  format: OutputFile['format'],
  pageFolder: string,
  language: string,
  t: Translate,
): Promise<string> {
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
      return renderMarkdown(report, reportText(report, t, language));
    case 'html': {
      const [script, style] = await Promise.all(['report.js', 'report.css'].map((name) => readFile(join(pageFolder, name), 'utf8')));
      return renderHtml(
        report,
        reportText(report, t, language),
        { script: script ?? '', style: style ?? '' },
        (bytes) => deflateRawSync(bytes, { level: 9 }),
        (text) => createHash('sha256').update(text).digest('base64'),
      );
    }
  }
}
