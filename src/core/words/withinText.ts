import type { RichText } from '../report/richText.ts';
import type { WithinUnit } from '../report/withinUnit.ts';
import { rich } from './rich.ts';
import type { Translate } from './translate.ts';

/** What a move is no larger than, in place of a share of rows moved, for a cell: "as days differ". */
export function withinWord(unit: WithinUnit, t: Translate): string {
  switch (unit) {
    case 'hour':
      return t('as hours differ');
    case 'day':
      return t('as days differ');
    case 'group':
      return t('as groups differ');
    case 'chance':
      return t('as by chance');
  }
}

/** The same as a sentence. */
export function withinText(unit: WithinUnit, t: Translate): RichText {
  switch (unit) {
    case 'hour':
      return rich(t, 'What moved is no more than hours of the reference differ among themselves.');
    case 'day':
      return rich(t, 'What moved is no more than days of the reference differ among themselves.');
    case 'group':
      return rich(t, 'What moved is no more than groups of the reference differ among themselves.');
    case 'chance':
      return rich(t, 'What moved is no more than chance gives at these sizes.');
  }
}

/** The same of named columns; of chance nothing is said. */
export function withinOf(columns: RichText, unit: WithinUnit, t: Translate): RichText {
  switch (unit) {
    case 'hour':
      return rich(t, 'What moved in {0} is no more than hours of the reference differ among themselves.', columns);
    case 'day':
      return rich(t, 'What moved in {0} is no more than days of the reference differ among themselves.', columns);
    case 'group':
      return rich(t, 'What moved in {0} is no more than groups of the reference differ among themselves.', columns);
    case 'chance':
      return [];
  }
}
