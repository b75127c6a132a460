import { isChinese } from '../../../format/isChinese.ts';
import { type MeasureFormat, measureFormat } from '../../../words/measureFormat.ts';
import type { MeasureRow } from '../result.ts';

/** The numbers of a measure as they stand in a sentence. */
export interface Figures {
  readonly format: MeasureFormat;
  /** "0.842 → 0.817, −0.025 [−0.041, −0.009]", "0.817 [0.80, 0.83]" without a reference. */
  readonly line: string;
  /** Value with its interval. */
  readonly now: string;
}

/** Writes the numbers of a measure with digits that fit together. */
export function figuresOf({ reference, current, change }: MeasureRow, locale: string): Figures {
  const format = measureFormat(current.unit, [reference?.value, current.value], change?.difference ?? null, locale);
  const now = [format.value(current.value), format.interval(current.interval)].filter((part) => part !== '').join(' ');
  const line =
    reference === null || change === null
      ? now
      : `${format.value(reference.value)} → ${format.value(current.value)}${isChinese(locale) ? '，' : ', '}${format.changeWithInterval(change.difference, change.interval)}`;
  return { format, line, now };
}

/** The same over the chunks from which on drops stand: "0.842 → 0.790, −0.052 [−0.071, −0.033]". */
export function latelyFigures(row: MeasureRow, locale: string): Figures {
  const { lately, change } = row;
  if (lately === null || change === null) return figuresOf(row, locale);
  return figuresOf(
    { ...row, current: lately.current, change: { ...change, difference: lately.difference, interval: lately.interval } },
    locale,
  );
}
