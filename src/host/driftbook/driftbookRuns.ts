import { env, l10n, type Uri, workspace } from 'vscode';
import type { Progress } from '../../core/data/progress.ts';
import type { DriftbookRun } from '../../core/driftbook/driftbookRun.ts';
import { translate } from '../editorTranslate.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import { plainSentence } from '../window/plainSentence.ts';

/** What a cell shows of its run. */
export interface ShownCell {
  readonly markdown: string;
  readonly plain: string;
  readonly failed: boolean;
}

/** Who follows the run of a driftbook. */
export interface CellFollower {
  readonly signal: AbortSignal;
  readonly onProgress?: (sentence: string, progress: Progress) => void;
  /** Hears of each cell by its position in the file. */
  readonly onCell?: (index: number, shown: ShownCell) => void;
}

/** Runs of driftbooks of this window, with the last one of each file. */
export class DriftbookRuns {
  readonly #last = new Map<string, DriftbookRun>();
  readonly #comparisons: Comparisons;

  constructor(comparisons: Comparisons) {
    this.#comparisons = comparisons;
  }

  /** The last run of a file in this window. */
  last(file: Uri): DriftbookRun | undefined {
    return this.#last.get(file.toString());
  }

  /**
   * Runs the cells of a driftbook, all or those at some positions. Rejects with a sentence where the file cannot be run: nothing runs while something is wrong in
   * it; and with an AbortError.
   */
  async run(file: Uri, text: string, cells: readonly number[] | undefined, follower: CellFollower): Promise<DriftbookRun> {
    if (file.scheme !== 'file') throw new Error(l10n.t('Save the driftbook as a file first: paths of data lead from its folder.'));
    const [{ cellOutput, driftbookProblemText, lineColumn, parseDriftbook }, { progressText }] = await Promise.all([
      import('../../app/driftbookFiles.ts'),
      import('../../app/outputs.ts'),
    ]);
    const { driftbook, problems } = parseDriftbook(text);
    const [first] = problems;
    if (driftbook === undefined || first !== undefined) {
      const line = first === undefined ? 1 : lineColumn(text, first.range.start).line;
      const why = first === undefined ? '' : driftbookProblemText(first, translate);
      throw new Error(plainSentence(l10n.t('Nothing was run: line {0} of the driftbook is wrong. {1}', line, why)));
    }
    if (!workspace.isTrusted && leavesFolder(driftbook.datasets))
      throw new Error(l10n.t('Nothing was run: the driftbook reads files outside of its folder, and this workspace is not trusted.'));
    const run = await this.#comparisons.runDriftbook(
      { path: file.fsPath, text, driftbook, ...(cells === undefined ? {} : { cells }) },
      {
        signal: follower.signal,
        onProgress: (progress) => follower.onProgress?.(progressText(progress, translate), progress),
        onCell: (cell, report) => follower.onCell?.(cell.index, cellOutput(cell, report, translate, env.language)),
      },
    );
    this.#last.set(file.toString(), run);
    return run;
  }
}

/** Whether a dataset lies beside no driftbook: by an absolute path, or one that goes up. */
function leavesFolder(datasets: { readonly reference?: { readonly path: string }; readonly current: { readonly path: string } }): boolean {
  return [datasets.reference, datasets.current].some(
    (side) => side !== undefined && (/^(?:[/\\~]|[A-Za-z]:|\w+:\/\/)/.test(side.path) || side.path.split(/[/\\]/).includes('..')),
  );
}
