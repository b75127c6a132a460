import { catalogue, type MeasureName } from '../../performance/catalogue.ts';
import type { Evaluation } from '../../report/evaluationOf.ts';
import type { RichText } from '../../report/richText.ts';
import { rich } from '../rich.ts';
import { cellsText, lackingText } from '../seasonCells.ts';
import { sentences } from '../sentences.ts';
import type { Translate } from '../translate.ts';
import { measureFormat } from './measureFormat.ts';
import { measureName } from './measureName.ts';

/** What of the calendar the reference lacks, before anything else is said: "The reference lacks October to April; …". */
export function seasonText({ season }: Evaluation, t: Translate, locale: string): RichText {
  return season === null ? [] : lackingText({ by: 'month', missing: season.missing }, t, locale);
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
      cellsText('month', season.common, t, locale),
      measureName(like.measure, null, t, locale),
      format.value(like.reference),
      format.value(like.current),
      format.changeWithInterval(like.difference, like.interval),
    ),
  ]);
}
