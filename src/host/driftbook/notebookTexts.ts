import { l10n } from 'vscode';
import { translate } from '../editorTranslate.ts';
import type { NotebookTexts } from '../window/notebooks.ts';
import { plainSentence } from '../window/plainSentence.ts';

/** Takes driftbooks apart for notebooks and puts them together again; what cannot be read is refused with a sentence. */
export const notebookTexts: NotebookTexts = {
  async read(bytes) {
    const { driftbookProblemText, lineColumn, notebookOfBytes } = await import('../../app/driftbookFiles.ts');
    const found = notebookOfBytes(bytes);
    if ('problem' in found) {
      const { line } = lineColumn(found.text, found.problem.range.start);
      const why = driftbookProblemText(found.problem, translate);
      throw new Error(
        plainSentence(l10n.t('This file cannot be shown as a notebook. Line {0}: {1} Open it as text to mend it.', line, why)),
      );
    }
    return { text: found.text, cells: found.cells.map((cell, index) => ({ ...cell, index })) };
  },
  async write(text, cells) {
    const { CellRefused, driftbookProblemText, spliceCells } = await import('../../app/driftbookFiles.ts');
    try {
      return spliceCells(text, cells);
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error;
      const { cell, problem } = error;
      throw new Error(
        plainSentence(
          problem === null
            ? l10n.t(
                'Nothing was saved: the file is laid out in a way that the edit of cell {0} would break. Make it in the text.',
                cell + 1,
              )
            : l10n.t('Nothing was saved: cell {0} is no YAML. {1}', cell + 1, driftbookProblemText(problem, translate)),
        ),
      );
    }
  },
};
