import type { SliceText } from '../../../report/evaluationText.ts';
import type { RichText } from '../../../report/richText.ts';
import { conditionsText } from '../../../words/conditionText.ts';
import { type LossWords, lossWords } from '../../../words/lossWords.ts';
import { percentText } from '../../../words/percentText.ts';
import { plainText } from '../../../words/plainText.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { SliceRow, Slices } from '../result.ts';

/** A slice where the model is worst now. */
export function worstText(row: SliceRow, slices: Slices, t: Translate, locale: string): SliceText {
  const words = lossWords(slices.measure, [row.value, row.rest, row.reference], t, locale);
  const name = conditionsText(row.conditions, t, locale);
  const worse = rich(
    t,
    'Where {0} ({1} of rows): {2} {3} against {4} elsewhere.',
    name,
    percentText(row.share, locale, { whole: true }),
    { strong: words.said(row.value) },
    words.interval(row.value, row.low, row.high),
    words.value(row.rest),
  );
  return { name: plainText(name), sentence: sentences(locale, [worse, impactText(row, slices, t, locale), beforeText(row, words, t)]) };
}

/** A slice that got worse by more than the rest: `rest` is the change elsewhere. */
export function fallenText(row: SliceRow, slices: Slices, t: Translate, locale: string): SliceText {
  const words = lossWords(slices.measure, [row.value, row.reference], t, locale);
  const name = conditionsText(row.conditions, t, locale);
  const share = percentText(row.share, locale, { whole: true });
  const now = { strong: words.said(row.value) };
  const sentence =
    row.reference === null
      ? rich(t, 'Where {0} ({1} of rows): {2} {3}.', name, share, now, words.interval(row.value, row.low, row.high))
      : rich(
          t,
          'Where {0} ({1} of rows): {2} against {3} in reference ({4}; elsewhere {5}).',
          name,
          share,
          now,
          words.value(row.reference),
          words.change(row.value - row.reference),
          words.change(row.rest),
        );
  return { name: plainText(name), sentence };
}

/** Prose on the search for slices. */
export function slicesText(slices: Slices, t: Translate, locale: string): RichText {
  const { measure, overall, tested, worst, fallen, columns } = slices;
  const words = lossWords(measure, [overall], t, locale);
  if (columns.length === 0 || tested === 0) return rich(t, 'No column is fit for slices.');
  const searched =
    tested === 1
      ? rich(t, '1 slice was looked at; over all rows: {0}.', words.said(overall))
      : rich(t, '{0} slices were looked at; over all rows: {1}.', new Intl.NumberFormat(locale).format(tested), words.said(overall));
  if (worst.length === 0 && fallen.length === 0) {
    return sentences(locale, [searched, rich(t, 'None is worse than the rest beyond chance and by enough to matter.')]);
  }
  const [first] = worst;
  if (first === undefined) return searched;
  const of = lossWords(measure, [first.value, first.rest], t, locale);
  const highest = worst[slices.highest ?? 0] ?? first;
  const line = [
    conditionsText(first.conditions, t, locale),
    percentText(first.share, locale, { whole: true }),
    { strong: of.said(first.value) },
    of.interval(first.value, first.low, first.high),
    of.value(first.rest),
  ] as const;
  return sentences(locale, [
    highest === first
      ? rich(t, 'Worst, and most harmful, where {0} ({1} of rows): {2} {3} against {4} elsewhere.', ...line)
      : rich(t, 'Most harmful where {0} ({1} of rows): {2} {3} against {4} elsewhere.', ...line),
    impactText(first, slices, t, locale),
    highest === first ? [] : highestText(highest, slices, t, locale),
    searched,
  ]);
}

/** The slice with the largest loss, where it is not the one that does most harm. */
function highestText(row: SliceRow, { measure }: Slices, t: Translate, locale: string): RichText {
  const words = lossWords(measure, [row.value], t, locale);
  return rich(
    t,
    'Worst where {0}, but only {1} of rows: {2} {3}.',
    conditionsText(row.conditions, t, locale),
    percentText(row.share, locale, { whole: true }),
    { strong: words.said(row.value) },
    words.interval(row.value, row.low, row.high),
  );
}

function impactText({ impact }: SliceRow, { measure }: Slices, t: Translate, locale: string): RichText {
  if (!(impact >= 0.005)) return [];
  const share = percentText(impact, locale, { whole: true });
  return measure === 'error_rate'
    ? rich(t, 'Were it as good as the rest, {0} of all errors would be gone.', share)
    : rich(t, 'Were it as good as the rest, {0} of the whole error would be gone.', share);
}

function beforeText({ reference }: SliceRow, words: LossWords, t: Translate): RichText {
  return reference === null ? [] : rich(t, 'In reference: {0}.', words.value(reference));
}
