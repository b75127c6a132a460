import { catalogue, type MeasureName } from '../../../measures/registry.ts';
import type { Evaluation } from '../../../report/evaluationOf.ts';
import type { RichText } from '../../../report/richText.ts';
import { measureFormat } from '../../../words/measureFormat.ts';
import { measureName } from '../../../words/measures/measureName.ts';
import { rich } from '../../../words/rich.ts';
import { cellsText, lackingText } from '../../../words/seasonCells.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';

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
