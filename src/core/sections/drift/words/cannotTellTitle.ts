import type { ColumnTally } from '../../../check/tallyColumns.ts';
import { formatCount } from '../../../format/count.ts';
import { formatRoundedCount } from '../../../format/roundedCount.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { blocksOf, driftOf } from '../../../report/sectionOf.ts';
import { type RichPart, rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport } from '../result.ts';
import { codeName } from './codeName.ts';

/** Nothing can be told of some columns, or of any: why, and what it would take. */
export function cannotTellTitle(report: Report, columns: ColumnTally, t: Translate, locale: string): RichText {
  const told = toldOf(columns, locale);
  const needed = rowsThatWouldDo(columns.cannot_tell);
  if (needed !== null) return neededTitle(told, formatRoundedCount(needed, locale), t);
  if (columns.cannot_tell.every((column) => column.reason === 'too_few_rows'))
    return leastTitle(told, formatCount(driftOf(report).rule.minRows, locale), t);
  const blocks = blocksOf(report);
  return blocks !== null && blocks.by !== 'group' ? daysTitle(told, t) : fewTitle(told, t);
}

/** Of which columns nothing can be told: the only one, all of them or some. */
interface Told {
  readonly of: 'one' | 'all' | 'some';
  readonly who: RichPart;
  readonly some: string;
  readonly all: string;
}

function toldOf({ cannot_tell, judged }: ColumnTally, locale: string): Told {
  const n = cannot_tell.length;
  return {
    of: judged === 1 ? 'one' : n === judged ? 'all' : 'some',
    who: codeName(cannot_tell[0]!),
    some: formatCount(n, locale),
    all: formatCount(judged, locale),
  };
}

function neededTitle({ of, who, some, all }: Told, rows: string, t: Translate): RichText {
  switch (of) {
    case 'one':
      return rich(t, 'Cannot tell for {0}: too few rows (about {1} rows of current would do).', who, rows);
    case 'all':
      return rich(t, 'Cannot tell for any of the {0} columns: too few rows (about {1} rows of current would do).', all, rows);
    case 'some':
      return rich(t, 'Cannot tell for {0} of {1} columns: too few rows (about {2} rows of current would do).', some, all, rows);
  }
}

function leastTitle({ of, who, some, all }: Told, least: string, t: Translate): RichText {
  switch (of) {
    case 'one':
      return rich(t, 'Cannot tell for {0}: too few rows (at least {1} on each side are needed).', who, least);
    case 'all':
      return rich(t, 'Cannot tell for any of the {0} columns: too few rows (at least {1} on each side are needed).', all, least);
    case 'some':
      return rich(t, 'Cannot tell for {0} of {1} columns: too few rows (at least {2} on each side are needed).', some, all, least);
  }
}

function daysTitle({ of, who, some, all }: Told, t: Translate): RichText {
  switch (of) {
    case 'one':
      return rich(t, 'Cannot tell for {0}: too few rows, or too few days that are alike.', who);
    case 'all':
      return rich(t, 'Cannot tell for any of the {0} columns: too few rows, or too few days that are alike.', all);
    case 'some':
      return rich(t, 'Cannot tell for {0} of {1} columns: too few rows, or too few days that are alike.', some, all);
  }
}

function fewTitle({ of, who, some, all }: Told, t: Translate): RichText {
  switch (of) {
    case 'one':
      return rich(t, 'Cannot tell for {0}: too few rows.', who);
    case 'all':
      return rich(t, 'Cannot tell for any of the {0} columns: too few rows.', all);
    case 'some':
      return rich(t, 'Cannot tell for {0} of {1} columns: too few rows.', some, all);
  }
}

/** Rows of current that would do for all of these columns; null when for one of them that is not known, or would not be enough. */
function rowsThatWouldDo(columns: readonly ColumnReport[]): number | null {
  let most = 0;
  for (const { rowsNeeded } of columns) {
    if (rowsNeeded === null || rowsNeeded.reference !== null) return null;
    most = Math.max(most, rowsNeeded.current);
  }
  return most;
}
