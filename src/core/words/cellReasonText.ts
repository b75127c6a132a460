import type { CellReason } from '../driftbook/driftbookRun.ts';
import type { Translate } from './translate.ts';

/** Why a cell of a driftbook did not run, in a sentence; of one that failed, that it did: what stopped it is told by itself. */
export function cellReasonText(reason: CellReason, t: Translate): string {
  switch (reason) {
    case 'prose':
      return t('There is nothing to run.');
    case 'kind':
      return t('Cells of this kind cannot be run yet.');
    case 'last':
      return t('The newest part of a dataset (last) cannot be read yet.');
    case 'labels':
      return t('Labels of a file of their own cannot be read yet.');
    case 'table_of_revision':
      return t('A table of a revision cannot be read yet.');
    case 'no_section':
      return t('The data hold nothing that this cell is about.');
    case 'failed':
      return t('The cell could not be run.');
  }
}
