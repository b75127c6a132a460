import { env, l10n, type Uri, workspace } from 'vscode';
import type { DriftbookRuns } from '../driftbook/driftbookRuns.ts';
import { editorFailure, isCancelled } from '../editorFailure.ts';
import { translate } from '../editorTranslate.ts';
import { fileName } from '../fileName.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import type { Log } from '../window/log.ts';
import { activeDriftbook } from '../window/openTexts.ts';
import { tellError, tellInformation } from '../window/tell.ts';
import { withNotification } from '../window/withNotification.ts';

/** What the commands of driftbooks work with. */
export interface DriftbookHouse {
  readonly comparisons: Comparisons;
  readonly runs: DriftbookRuns;
  readonly log: Log;
}

/** Runs a driftbook as it stands in the editor, or one of its cells, and shows the report of it. */
export async function runDriftbookFile(house: DriftbookHouse, clicked: Uri | undefined, cell?: number): Promise<void> {
  const file = clicked ?? activeDriftbook();
  if (file === undefined) {
    void tellInformation(l10n.t('No driftbook is on screen. Open a file that ends with .driftbook.yaml.'));
    return;
  }
  const abort = new AbortController();
  try {
    const text = (await workspace.openTextDocument(file)).getText();
    await withNotification(
      l10n.t('Running {0}', fileName(file.fsPath)),
      () => abort.abort(),
      (advance) => {
        let share = 0;
        return house.runs.run(file, text, cell === undefined ? undefined : [cell], {
          signal: abort.signal,
          onProgress: (sentence, { done, total }) => {
            const now = total > 0 ? done / total : share;
            advance(sentence, Math.max(0, now - share) * 100);
            share = now;
          },
        });
      },
    );
  } catch (error) {
    if (isCancelled(error)) return;
    house.log.error(error);
    void tellError(error instanceof Error && !('code' in error) ? error.message : await editorFailure(error));
    return;
  }
  await openDriftbookReport(house, file);
}

/** Shows the report of the last run of a driftbook; runs it where there was none in this window. */
export async function openDriftbookReport(house: DriftbookHouse, clicked: Uri | undefined): Promise<void> {
  const file = clicked ?? activeDriftbook();
  const run = file && house.runs.last(file);
  if (run === undefined) {
    await runDriftbookFile(house, file);
    return;
  }
  const [failed] = run.cells.filter(({ outcome }) => outcome === 'error');
  // What evaluates holds the most.
  const report = run.reports.find(({ spec }) => spec.evaluate !== undefined) ?? run.reports[0];
  if (report !== undefined) await house.comparisons.showRun(report);
  if (failed !== undefined || report === undefined) {
    const { cellOutput } = await import('../../app/driftbookFiles.ts');
    const told = failed ?? run.cells[0];
    void tellError(
      told === undefined
        ? l10n.t('The driftbook has no cell that can be run.')
        : l10n.t('Cell {0}: {1}', told.index + 1, cellOutput(told, null, translate, env.language).plain),
    );
  }
}
