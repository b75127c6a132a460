import { l10n } from 'vscode';
import type { RowsPage } from '../../core/data/rowsPage.ts';
import type { RowsRequest } from '../../shared/webviewProtocol.ts';
import type { EngineOptions } from '../../shared/workerProtocol.ts';
import { dataFailureText, isCancelled } from '../editorFailure.ts';
import { fileName } from '../fileName.ts';
import { ToldError } from '../panels/pageError.ts';
import type { ReportPanel } from '../panels/reportPanel.ts';
import { rowQuery } from '../panels/rowQuery.ts';
import type { Log } from '../window/log.ts';
import type { EngineClient } from './engineClient.ts';

/** What reading rows needs beside the report. */
interface Reading {
  readonly engine: EngineClient;
  readonly options: EngineOptions;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Rows of the report a panel shows, as its page asked for them. Rejects with a `ToldError` that says why there are none. */
export async function reportRows(panel: ReportPanel, request: RowsRequest, { engine, options, log, signal }: Reading): Promise<RowsPage> {
  const report = panel.kept?.report;
  if (!report) throw new ToldError(l10n.t('This report is no longer kept'));
  const { side } = request;
  // Other rows than those that were counted would only mislead.
  if (panel.content.kind === 'report' && panel.content.stale.includes(side)) {
    throw new ToldError(
      l10n.t('{0} has changed since this report was made. Run the comparison again to see its rows.', fileName(panel.pair[side] ?? '')),
    );
  }
  try {
    const client = await engine.get();
    return await client.rows({ spec: report.spec, engine: options, side, query: rowQuery(report, request) }, { signal });
  } catch (error) {
    if (isCancelled(error)) throw error;
    log.error(error);
    throw new ToldError((await dataFailureText(error)) ?? l10n.t('The rows could not be read. The log of Driftbook says why.'));
  }
}
