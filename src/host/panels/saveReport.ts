import { dirname, join, parse } from 'node:path';
import { env, l10n } from 'vscode';
import { pathOfAsked } from '../../app/filePair.ts';
import { reportFormats, type SavedFormat } from '../../core/render/registry.ts';
import type { Report } from '../../core/report/report.ts';
import { columnsOf, isEvaluation } from '../../core/report/sectionOf.ts';
import { translate } from '../editorTranslate.ts';
import type { Log } from '../window/log.ts';
import { saveAs } from './saveAs.ts';

/** Asks where to and writes a report there, or its table of columns (of predictions by themselves: of measures). */
export async function saveReport(report: Report, format: SavedFormat, pageFolder: string, log: Log): Promise<void> {
  const suffix = reportFormats[format].suffix;
  const path = pathOfAsked(report.spec.current);
  // Predictions by themselves have no columns that were compared.
  const ofMeasures = format === 'csv' && isEvaluation(report) && columnsOf(report).length === 0;
  await saveAs(
    {
      title: isEvaluation(report) ? l10n.t('Save Evaluation Report') : l10n.t('Save Drift Report'),
      path: join(dirname(path), `${parse(path).name}-${isEvaluation(report) ? 'evaluation' : 'drift'}.${suffix}`),
      suffix,
      content: async () => {
        const { reportFile } = await import('../../app/outputs.ts');
        return reportFile(report, ofMeasures ? 'measures' : format, { pageFolder, language: env.language, t: translate });
      },
    },
    log,
  );
}
