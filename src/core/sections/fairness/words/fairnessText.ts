import { gapId } from '../../../check/checkIds.ts';
import type { CheckOutcome } from '../../../check/verdict.ts';
import { formatCount } from '../../../format/count.ts';
import { formatFixed } from '../../../format/fixed.ts';
import type { EvaluationText } from '../../../report/evaluationText.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { checkOf } from '../../../report/sectionOf.ts';
import { groupText } from '../../../words/conditionText.ts';
import { nameText } from '../../../words/nameText.ts';
import { percentDigits, percentInterval, percentText } from '../../../words/percentText.ts';
import { rich } from '../../../words/rich.ts';
import { sayPlain } from '../../../words/sayPlain.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { Fairness, FairnessGroup } from '../result.ts';

type Gap = Fairness['gaps'][number];

/** The groups of one column: who is selected more often, the gaps, and what was left out. */
export function fairnessText(
  fairness: Fairness,
  report: Pick<Report, 'sections'>,
  t: Translate,
  locale: string,
): EvaluationText['fairness'][number] {
  return {
    sentence: sentences(locale, [
      selectionText(fairness, report, t, locale),
      oddsText(fairness, report, t, locale),
      excludedText(fairness, t, locale),
    ]),
    gaps: fairness.gaps.map((gap) => ({ name: gapName(gap.code, t), value: gapValue(gap, t, locale), limit: gapLimit(gap, t, locale) })),
  };
}

/** The gap in selection in one sentence: "Selection rate by sex: F 21 %, M 31 %, ratio 0.68, below four fifths." */
export function selectionText(fairness: Fairness, report: Pick<Report, 'sections'>, t: Translate, locale: string): RichText {
  const { column, groups, gaps } = fairness;
  const known = groups.filter((group) => group.excluded !== 'few_rows' && group.selection.value !== null);
  if (known.length < 2) return rich(t, '{0}: fewer than two groups are large enough to compare.', nameText(column));
  const sorted = [...known].sort((a, b) => a.selection.value! - b.selection.value!);
  const say = (group: FairnessGroup): string =>
    `${groupText(group.condition, t, locale)} ${percentText(group.selection.value, locale, { whole: true })}`;
  const low = { strong: say(sorted[0]!) };
  const high = { strong: say(sorted.at(-1)!) };
  const ratio = gaps.find((gap) => gap.code === 'demographic_parity_ratio');
  if (ratio === undefined || ratio.value === null)
    return rich(t, 'Predicted positive by {0}: from {1} to {2}.', nameText(column), low, high);
  const number = formatFixed(ratio.value, 2, locale);
  const outcome = outcomeOf(ratio, fairness, report);
  if (outcome === 'fail')
    return rich(t, 'Predicted positive by {0}: {1}, {2}, ratio {3}, below four fifths.', nameText(column), low, high, { strong: number });
  return outcome === 'cannot_tell'
    ? rich(
        t,
        'Predicted positive by {0}: {1}, {2}, ratio {3}, below four fifths, but this may be chance.',
        nameText(column),
        low,
        high,
        number,
      )
    : rich(t, 'Predicted positive by {0}: {1}, {2}, ratio {3}, not below four fifths.', nameText(column), low, high, number);
}

/** What became of a gap: said by its check. */
function outcomeOf({ code }: Gap, { column }: Fairness, report: Pick<Report, 'sections'>): CheckOutcome | null {
  return checkOf(report, 'fairness', gapId(code, column))?.verdict.outcome ?? null;
}

function oddsText(fairness: Fairness, report: Pick<Report, 'sections'>, t: Translate, locale: string): RichText {
  const wide = fairness.gaps.filter(
    (gap) =>
      outcomeOf(gap, fairness, report) === 'fail' &&
      gap.code !== 'demographic_parity_ratio' &&
      gap.code !== 'demographic_parity_difference',
  );
  return sentences(
    locale,
    wide.map((gap) =>
      gap.code === 'equal_opportunity_difference'
        ? rich(t, 'Of the positives {0} points more are found in one group than in another.', points(gap, locale))
        : rich(t, 'Error rates lie up to {0} points apart between groups.', points(gap, locale)),
    ),
  );
}

function points({ value, low, high }: Gap, locale: string): string {
  return [percentDigits(value ?? 0, locale), percentInterval(value, low, high, locale)].filter((part) => part !== '').join(' ');
}

function excludedText({ groups }: Fairness, t: Translate, locale: string): RichText {
  const out = groups.filter((group) => group.excluded !== null);
  if (out.length === 0) return [];
  const noLabels = out.every((group) => group.excluded === 'no_labels');
  if (noLabels) return rich(t, 'Without labels error rates cannot be compared.');
  return out.length === 1
    ? rich(t, '1 group is left out of a gap: it has too few rows, or a rate is not defined in it.')
    : rich(
        t,
        '{0} groups are left out of a gap: they have too few rows, or a rate is not defined in them.',
        formatCount(out.length, locale),
      );
}

function gapName(code: Gap['code'], t: Translate): string {
  switch (code) {
    case 'demographic_parity_difference':
      return t('Demographic parity, difference');
    case 'demographic_parity_ratio':
      return t('Demographic parity, ratio');
    case 'equal_opportunity_difference':
      return t('Equal opportunity, difference');
    case 'equalised_odds_difference':
      return t('Equalised odds, difference');
  }
}

function gapValue(gap: Gap, t: Translate, locale: string): string {
  if (gap.value === null) return '–';
  return gap.code === 'demographic_parity_ratio' ? formatFixed(gap.value, 2, locale) : sayPlain(t, '{0} points', points(gap, locale));
}

function gapLimit({ code, limit }: Gap, t: Translate, locale: string): string {
  if (limit === null) return '–';
  return code === 'demographic_parity_ratio'
    ? sayPlain(t, 'at least {0}', new Intl.NumberFormat(locale).format(limit))
    : sayPlain(t, 'at most {0} points', percentDigits(limit, locale));
}
