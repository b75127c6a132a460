import type { CheckOutcome } from '../../check/verdict.ts';
import type { CellReason, RunCell } from '../../driftbook/driftbookRun.ts';
import type { VerdictText } from '../../report/reportText.ts';
import { dataText } from '../dataText.ts';
import { errorText } from '../errorText.ts';
import { sayPlain } from '../sayPlain.ts';
import { systemReason } from '../systemReason.ts';
import type { Translate } from '../translate.ts';

/** Glyph and word of what a check or a cell came to. */
export function outcomeTexts(t: Translate): Record<CheckOutcome | 'error', VerdictText> {
  return {
    pass: { glyph: '✓', word: t('ok') },
    fail: { glyph: '▲', word: t('alert') },
    cannot_tell: { glyph: '?', word: t('cannot tell') },
    not_applicable: { glyph: '–', word: t('does not apply') },
    error: { glyph: '✗', word: t('failed') },
  };
}

/** What a cell is called: its place, counted from 1, its kind and its name. */
export function cellName({ index, kind, name }: Pick<RunCell, 'index' | 'kind' | 'name'>): string {
  return `${index + 1} ${kind}${name === null ? '' : ` ${dataText(name, 100)}`}`;
}

/** Why a cell did not run; empty: it did. */
export function cellReasonText({ reason, failure, kind }: Pick<RunCell, 'reason' | 'failure' | 'kind'>, t: Translate): string {
  if (failure !== null) {
    if (failure.code === null) return systemReason(new Error(failure.message), t);
    try {
      return errorText({ code: failure.code, details: failure.details } as Parameters<typeof errorText>[0], t);
    } catch {
      // A kept run of another version may name what is not known here.
      return systemReason(new Error(failure.message), t);
    }
  }
  return reason === null ? '' : unrunText(reason, kind, t);
}

function unrunText(reason: CellReason, kind: string, t: Translate): string {
  switch (reason) {
    case 'prose':
      return '';
    case 'kind':
      return sayPlain(t, 'Cells of the kind {0} cannot be run yet: nothing was checked.', kind);
    case 'last':
      return sayPlain(t, '{0} of a dataset cannot be read yet: nothing was checked.', 'last');
    case 'labels':
      return t('Labels of a file of their own cannot be read yet: nothing was checked.');
    case 'table_of_revision':
      return t('A table of a database at a revision cannot be read yet: nothing was checked.');
    case 'no_section':
      return t('The report has no such part: nothing was checked.');
    case 'failed':
      return t('It could not be made.');
  }
}
