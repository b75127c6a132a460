import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { blocksOf } from '../../../report/sectionOf.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';

/** That the reference is what keeps a move from being seen, whatever current holds. */
export function boundText(report: Report, t: Translate): RichText {
  const blocks = blocksOf(report);
  switch (blocks?.enough === true ? blocks.by : null) {
    case 'day':
      return rich(t, 'No number of current rows would do: the days of the reference are too few, or differ too much among themselves.');
    case 'hour':
      return rich(t, 'No number of current rows would do: the hours of the reference are too few, or differ too much among themselves.');
    case 'group':
      return rich(t, 'No number of current rows would do: the groups of the reference are too few, or differ too much among themselves.');
    case null:
      return rich(t, 'No number of current rows would do: the reference has too few rows.');
  }
}
