import { type Disposable, l10n } from 'vscode';
import { type NotebookRunner, offerKernel } from '../window/notebooks.ts';
import type { DriftbookRuns } from './driftbookRuns.ts';
import { notebookTexts } from './notebookTexts.ts';

/** Offers to run the cells of driftbooks that are open as notebooks. */
export function offerDriftbookKernel(runs: DriftbookRuns): Disposable {
  return offerKernel(notebookRunner(runs), 'Driftbook', l10n.t('Runs the cells with the engine of the extension'));
}

/** Runs the cells of a notebook as they stand on screen, saved or not. */
function notebookRunner(runs: DriftbookRuns): NotebookRunner {
  return {
    async run({ file, text, cells }, positions, tell, signal) {
      const written = await notebookTexts.write(text, cells);
      // Cells that were added and are still empty are not in the file.
      const inFile = cells.flatMap(({ index, source }, position) => (index === null && source.trim() === '' ? [] : [position]));
      const wanted = positions.map((position) => inFile.indexOf(position)).filter((place) => place !== -1);
      await runs.run(file, written, wanted, { signal, onCell: (place, shown) => tell(inFile[place]!, shown) });
    },
  };
}
