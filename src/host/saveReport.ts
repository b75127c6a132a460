import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { env, l10n } from 'vscode';
import { evaluationOf } from '../core/report/evaluationOf.ts';
import type { Report } from '../core/report/report.ts';
import { columnsOf, isEvaluation } from '../core/report/sectionOf.ts';
import type { HostMethods } from '../shared/webviewProtocol.ts';
import { saveAs } from './saveAs.ts';
import { translate } from './translate.ts';
import type { Log } from './window/log.ts';

type Format = HostMethods['save']['params']['format'];

const suffixes: Readonly<Record<Format, string>> = { json: 'json', markdown: 'md', csv: 'csv', html: 'html' };

/** The report, or its table of columns (of predictions by themselves: of measures), as the text of a file. `pageFolder` holds the bundles of the page. */
export async function renderReport(report: Report, format: Format, pageFolder: string): Promise<string> {
  switch (format) {
    case 'json': {
      const { renderJson } = await import('../core/render/json.ts');
      return `${renderJson(report, 2)}\n`;
    }
    case 'csv': {
      // Predictions by themselves have no columns that were compared.
      const evaluation = evaluationOf(report);
      if (evaluation && columnsOf(report).length === 0) {
        const { renderMeasuresCsv } = await import('../core/render/measuresCsv.ts');
        return renderMeasuresCsv(evaluation, report.time);
      }
      const { renderColumnsCsv } = await import('../core/render/columnsCsv.ts');
      return renderColumnsCsv(report);
    }
    case 'markdown': {
      const [{ renderMarkdown }, { reportText }] = await Promise.all([
        import('../core/render/markdown.ts'),
        import('../core/words/reportText.ts'),
      ]);
      return renderMarkdown(report, reportText(report, translate, env.language));
    }
    case 'html': {
      const [{ renderHtml }, { reportText }, script, style] = await Promise.all([
        import('../core/render/html.ts'),
        import('../core/words/reportText.ts'),
        readFile(join(pageFolder, 'report.js'), 'utf8'),
        readFile(join(pageFolder, 'report.css'), 'utf8'),
      ]);
      const text = reportText(report, translate, env.language);
      const hash = (block: string): string => createHash('sha256').update(block).digest('base64');
      return renderHtml(report, text, { script, style }, (bytes) => deflateRawSync(bytes, { level: 9 }), hash);
    }
  }
}

/** Asks where to and writes a report there. */
export async function saveReport(report: Report, format: Format, pageFolder: string, log: Log): Promise<void> {
  const suffix = suffixes[format];
  const { path } = report.datasets.current;
  await saveAs(
    {
      title: isEvaluation(report) ? l10n.t('Save Evaluation Report') : l10n.t('Save Drift Report'),
      path: join(dirname(path), `${parse(path).name}-${isEvaluation(report) ? 'evaluation' : 'drift'}.${suffix}`),
      suffix,
      content: () => renderReport(report, format, pageFolder),
    },
    log,
  );
}
