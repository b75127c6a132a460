import { catalogue, type MeasureName } from '../../performance/catalogue.ts';
import type { Evaluation } from '../../report/evaluationOf.ts';
import type { RichText } from '../../report/richText.ts';
import { listText } from '../listText.ts';
import { rich } from '../rich.ts';
import { sayPlain } from '../sayPlain.ts';
import { sentences } from '../sentences.ts';
import type { Translate } from '../translate.ts';
import { measureFormat } from './measureFormat.ts';
import { measureName } from './measureName.ts';

/** What of the calendar the reference lacks, before anything else is said: "The reference holds no October to April; …". */
export function seasonText({ season }: Evaluation, t: Translate, locale: string): RichText {
  if (season === null) return [];
  return rich(t, 'The reference holds no {0}: these months can differ by season alone.', monthsText(season.missing, t, locale));
}

/** The headline's measure over the months that both hold; empty without them. */
export function likeForLikeText({ season }: Evaluation, t: Translate, locale: string): RichText {
  const like = season?.like ?? null;
  if (season === null || like === null) return [];
  const unit = catalogue[like.measure as MeasureName].unit;
  const format = measureFormat(unit, [like.reference, like.current], like.difference, locale);
  return sentences(locale, [
    rich(
      t,
      'Like for like ({0}): {1} {2} → {3}, {4}.',
      monthsText(season.common, t, locale),
      measureName(like.measure, null, t, locale),
      format.value(like.reference),
      format.value(like.current),
      format.changeWithInterval(like.difference, like.interval),
    ),
  ]);
}

/** Months of the year as runs: "October to April", "May and July". */
function monthsText(months: readonly number[], t: Translate, locale: string): RichText {
  const name = (month: number): string =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2001, month - 1, 1));
  const runs: { first: number; last: number }[] = [];
  for (const month of inCircle(months)) {
    const run = runs.at(-1);
    if (run !== undefined && (run.last % 12) + 1 === month) run.last = month;
    else runs.push({ first: month, last: month });
  }
  const texts = runs.flatMap(({ first, last }) =>
    first === last
      ? [name(first)]
      : (first % 12) + 1 === last
        ? [name(first), name(last)]
        : [sayPlain(t, '{0} to {1}', name(first), name(last))],
  );
  return listText(texts, t, locale, 12);
}

/** Months in the order of the year, from the one that no other stands before: October to April, not January to April and October to December. */
function inCircle(months: readonly number[]): number[] {
  const all = new Set(months);
  const start = months.find((month) => !all.has(month === 1 ? 12 : month - 1)) ?? 1;
  return [...all].sort((a, b) => ((a - start + 12) % 12) - ((b - start + 12) % 12));
}
