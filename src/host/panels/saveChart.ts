import { dirname, join, parse } from 'node:path';
import { l10n } from 'vscode';
import { pathOfAsked } from '../../app/filePair.ts';
import type { Report } from '../../core/report/report.ts';
import type { HostMethods } from '../../shared/webviewProtocol.ts';
import { plainFileName } from '../questions/plainFileName.ts';
import type { Log } from '../window/log.ts';
import { saveAs } from './saveAs.ts';

type Chart = HostMethods['saveChart']['params'];

/** Asks where to and writes a picture of a report there. */
export async function saveChart(report: Report, { format, name, data }: Chart, log: Log): Promise<void> {
  const suffix = format === 'svg' ? 'svg' : 'png';
  const path = pathOfAsked(report.spec.current);
  await saveAs(
    {
      title: l10n.t('Save Chart'),
      path: join(dirname(path), `${plainFileName(`${parse(path).name}-${name}`)}.${suffix}`),
      suffix,
      content: async () => (suffix === 'svg' ? data : Buffer.from(data, 'base64')),
    },
    log,
  );
}
