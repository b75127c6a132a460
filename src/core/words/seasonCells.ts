import type { RichText } from '../report/richText.ts';
import type { SeasonBy } from '../report/season.ts';
import { listText } from './listText.ts';
import { rich } from './rich.ts';
import { sayPlain } from './sayPlain.ts';
import type { Translate } from './translate.ts';

/** First cell of a cycle, and how many there are. */
const cycles: Readonly<Record<SeasonBy, { readonly first: number; readonly length: number }>> = {
  month: { first: 1, length: 12 },
  weekday: { first: 1, length: 7 },
  hour: { first: 0, length: 24 },
};

/** Cells of the calendar as runs: "October to April", "Saturday and Sunday", "20:00 to 23:00". */
export function cellsText(by: SeasonBy, cells: readonly number[], t: Translate, locale: string): RichText {
  const { first: start, length } = cycles[by];
  const after = (cell: number): number => ((cell - start + 1) % length) + start;
  const runs: { first: number; last: number }[] = [];
  for (const cell of inCircle(by, cells)) {
    const run = runs.at(-1);
    if (run !== undefined && after(run.last) === cell) run.last = cell;
    else runs.push({ first: cell, last: cell });
  }
  const name = (cell: number): string => cellName(by, cell, locale);
  const texts = runs.flatMap(({ first, last }) =>
    first === last
      ? [name(first)]
      : after(first) === last
        ? [name(first), name(last)]
        : [sayPlain(t, '{0} to {1}', name(first), name(last))],
  );
  return listText(texts, t, locale, 12);
}

function cellName(by: SeasonBy, cell: number, locale: string): string {
  if (by === 'hour') return `${String(cell).padStart(2, '0')}:00`;
  // 1 January 2001 was a Monday.
  const [at, option] =
    by === 'month' ? [Date.UTC(2001, cell - 1, 1), { month: 'long' } as const] : [Date.UTC(2001, 0, cell), { weekday: 'long' } as const];
  return new Intl.DateTimeFormat(locale, { ...option, timeZone: 'UTC' }).format(at);
}

/** Cells in the order of their cycle, from the one that no other stands before: October to April, not January to April and October to December. */
function inCircle(by: SeasonBy, cells: readonly number[]): number[] {
  const { first, length } = cycles[by];
  const all = new Set(cells);
  const before = (cell: number): number => ((cell - first + length - 1) % length) + first;
  const start = cells.find((cell) => !all.has(before(cell))) ?? first;
  return [...all].sort((a, b) => ((a - start + length) % length) - ((b - start + length) % length));
}

/** What of the calendar the reference lacks: "The reference lacks October to April; …". Empty where it lacks nothing. */
export function lackingText(
  season: { readonly by: SeasonBy; readonly missing: readonly number[] },
  t: Translate,
  locale: string,
): RichText {
  if (season.missing.length === 0) return [];
  const cells = cellsText(season.by, season.missing, t, locale);
  switch (season.by) {
    case 'month':
      return rich(t, 'The reference lacks {0}: these months can differ by season alone.', cells);
    case 'weekday':
      return rich(t, 'The reference lacks {0}: these weekdays can differ by season alone.', cells);
    case 'hour':
      return rich(t, 'The reference lacks {0}: these hours of the day can differ by season alone.', cells);
  }
}

/** The cells that the reference lacks, in a word: "months that the reference does not hold". */
export function unmatchedWord(by: SeasonBy, t: Translate): string {
  switch (by) {
    case 'month':
      return t('months that the reference does not hold');
    case 'weekday':
      return t('weekdays that the reference does not hold');
    case 'hour':
      return t('hours of the day that the reference does not hold');
  }
}
