import { statusOf } from '../../../check/statusOf.ts';
import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { listText } from '../../../words/listText.ts';
import { measureName } from '../../../words/measures/measureName.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { MeasureRow } from '../result.ts';
import { figuresOf } from './figures.ts';
import { allowedText, isGiven } from './limitText.ts';
import { seenChange } from './seenChange.ts';
import { trainingGapTitle } from './trainingGap.ts';

/** The measures of a title, by what became of them. */
export interface HeldRows {
  readonly rows: readonly MeasureRow[];
  /** Too few rows to tell. */
  readonly few: readonly MeasureRow[];
}

/** No measure got worse: which improved, or what would have been seen. */
export function heldTitle(held: HeldRows, report: Report, t: Translate, locale: string): RichText {
  const better = held.rows.filter((row) => statusOf(row) === 'improved');
  const said = better.length > 0 ? betterText(better, t, locale) : clearText(held, report, t, locale);
  return sentences(locale, [said, tooFewText(held.few, t, locale)]);
}

function betterText(better: readonly MeasureRow[], t: Translate, locale: string): RichText {
  const first = better[0]!;
  const told = [measureName(first.current.name, first.current.at, t, locale), figuresOf(first, locale).line] as const;
  return better.length === 1
    ? rich(t, 'No measure got significantly worse; {0} improved: {1}.', ...told)
    : rich(t, 'No measure got significantly worse; {0} improved, most tellingly {1}: {2}.', formatCount(better.length, locale), ...told);
}

function clearText({ rows }: HeldRows, report: Report, t: Translate, locale: string): RichText {
  const little = rows.find((row) => statusOf(row) === 'little_worse');
  const held = rows.find((row) => statusOf(row) === 'held') ?? little;
  const told = little ?? held;
  const gap = told === undefined ? null : trainingGapTitle(told, report, t, locale);
  if (gap !== null) return gap;
  return little === undefined ? seenText(held, report, t, locale) : littleText(little, report, t, locale);
}

function littleText(row: MeasureRow, report: Report, t: Translate, locale: string): RichText {
  return rich(
    t,
    'No measure got worse by more than is allowed; {0} a little, for certain: {1} ({2} is allowed).',
    measureName(row.current.name, row.current.at, t, locale),
    figuresOf(row, locale).line,
    allowedText(row, isGiven(row, report), locale),
  );
}

/** What change of the first measure that held would have been seen. */
function seenText(held: MeasureRow | undefined, report: Report, t: Translate, locale: string): RichText {
  const seen = held === undefined ? null : seenChange(held, report);
  return held === undefined || seen === null
    ? rich(t, 'No measure got significantly worse.')
    : rich(
        t,
        'No measure got significantly worse; a change of {0} in {1} would have been seen.',
        figuresOf(held, locale).format.value(seen),
        measureName(held.current.name, held.current.at, t, locale),
      );
}

/** Measures for which there are too few rows; empty without them. */
export function tooFewText(few: readonly MeasureRow[], t: Translate, locale: string): RichText {
  if (few.length === 0) return [];
  const names = few.map(({ current }) => measureName(current.name, current.at, t, locale));
  return rich(t, 'For {0} there are too few labelled rows to tell.', listText(names, t, locale, 3));
}
