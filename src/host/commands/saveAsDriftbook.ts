import { dirname, join, parse, relative, sep } from 'node:path';
import { l10n } from 'vscode';
import { pathOfAsked } from '../../app/filePair.ts';
import { translate } from '../editorTranslate.ts';
import { saveAs } from '../panels/saveAs.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import type { Log } from '../window/log.ts';
import { tellInformation } from '../window/tell.ts';

/** Asks where to and writes a driftbook that asks what the report on screen answers. */
export async function saveAsDriftbook(comparisons: Comparisons, log: Log): Promise<void> {
  const report = comparisons.reportOnScreen();
  if (report === null) {
    void tellInformation(l10n.t('No report is on screen. Open the report that is to be saved as a driftbook.'));
    return;
  }
  const path = pathOfAsked(report.spec.current);
  await saveAs(
    {
      title: l10n.t('Save as Driftbook'),
      path: join(dirname(path), `${parse(path).name}.driftbook.yaml`),
      suffix: 'yaml',
      content: async (target) => {
        const { driftbookOfReport } = await import('../../app/driftbookFiles.ts');
        const folder = dirname(target.fsPath);
        return driftbookOfReport(report, (file) => relative(folder, file).split(sep).join('/'), translate);
      },
    },
    log,
  );
}
