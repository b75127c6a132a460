import { formatCount } from '../../../format/count.ts';
import { formatNumber } from '../../../format/number.ts';
import { formatP } from '../../../format/pValue.ts';
import { formatShare } from '../../../format/share.ts';
import type { Report } from '../../../report/report.ts';
import type { ComputedText } from '../../../report/reportText.ts';
import type { RichText } from '../../../report/richText.ts';
import { chunkingText } from '../../../words/chunkingText.ts';
import { listText } from '../../../words/listText.ts';
import { nameText } from '../../../words/nameText.ts';
import { profileText } from '../../../words/profileText.ts';
import { type RichPart, rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { DriftResult } from '../result.ts';

/** How columns were compared: the rule with the numbers of this run. */
export function ruleText(drift: DriftResult, report: Report, t: Translate, locale: string): ComputedText[] {
  const { blocks } = drift;
  const single = blocks?.enough === true && blocks.by !== 'group' && report.time?.unit !== blocks.by;
  return [
    { term: t('Alert'), text: alertText(drift, t, locale) },
    { term: t('Rows moved'), text: movedText(drift, t, locale) },
    { term: t('Test'), text: testText(drift, t, locale) },
    { term: t('Many tests'), text: manyTestsText(drift, t, locale) },
    { term: t('Watch'), text: watchText(drift, t, locale) },
    { term: t('Missing values'), text: missingText(drift, t, locale) },
    ...(single ? [{ term: t('Single days'), text: singleText(drift, t, locale) }] : []),
    { term: t('Would have been seen'), text: seenText(drift, t, locale) },
    { term: t('Other numbers'), text: otherText(t) },
    { term: t('Chunks'), text: chunkText(report, t, locale) },
    { term: t('Profile'), text: settingsText(report, t, locale) },
  ];
}

/** When a column alerts. */
function alertText({ rule }: DriftResult, t: Translate, locale: string): RichText {
  return rich(
    t,
    'A column alerts when both hold: the test is significant (q ≤ {0}) and at least {1} of rows moved, over all of current or in single chunks. One of them alone is never enough.',
    { strong: formatNumber(rule.q, locale) },
    { strong: formatShare(rule.effect, locale) },
  );
}

/** How the tests of many columns and chunks are put together. */
function manyTestsText({ rule, family }: DriftResult, t: Translate, locale: string): RichText {
  return rich(
    t,
    'Each column has one p: windows that moved less than the limit count as p = 1, chunks are put together by Simes, and the smaller p of whole and chunks is doubled. q is that p adjusted by Benjamini–Hochberg over the {0} columns tested, so that of the columns called at most {1} are false on average; here a p up to {2} would have counted as significant. Chunks are marked within called columns only (Benjamini–Bogomolov), so a mark elsewhere cannot be.',
    formatCount(family.columns, locale),
    formatShare(rule.q, locale),
    formatP(family.criticalP, locale),
  );
}

/** When a column is to be watched. */
function watchText({ rule }: DriftResult, t: Translate, locale: string): RichText {
  return rich(
    t,
    'At least {0} of rows moved and the p of the column is at most {1}, but its q is above {2}: listed, never an alarm, and never turned into one.',
    formatShare(rule.effect, locale),
    formatNumber(rule.watchP, locale),
    formatNumber(rule.q, locale),
  );
}

/** How missing values are decided. */
function missingText({ rule }: DriftResult, t: Translate, locale: string): RichText {
  return rich(
    t,
    'Nulls and NaN together, as a share of rows; decided as values are, in a family of their own. Alert: q ≤ {0} and the share changed by the limit ({1}) or more, over all of current or in single chunks; watch: a smaller but certain change of at least one percentage point. They, and infinite values, never enter the other tests.',
    formatNumber(rule.q, locale),
    formatShare(rule.effect, locale),
  );
}

/** What would have been seen. */
function seenText({ rule }: DriftResult, t: Translate, locale: string): RichText {
  return rich(
    t,
    'The smallest share of moved rows that would have been an alert in 8 of 10 cases here, for current as a whole: numbers that all shift alike, or a move spread over all categories (those at even places in order of frequency lose to the others). Cannot tell: a move of {0} above the limit would not have been seen, or there are fewer than {1} values on a side.',
    formatShare(rule.slack, locale),
    formatCount(rule.minRows, locale),
  );
}

/** Numbers that do not decide. */
function otherText(t: Translate): RichText {
  return rich(
    t,
    'PSI (natural logarithm, 0.5 added to each count), Jensen–Shannon distance (base 2), Kolmogorov–Smirnov and Wasserstein distance stand beside the verdict for comparison with other tools; they do not decide.',
  );
}

function testText({ rule, blocks, family }: DriftResult, t: Translate, locale: string): RichText {
  const rows = rich(
    t,
    'Numbers with more than {0} different values: two-sample Anderson–Darling; other columns: chi-square on the categories, Fisher’s exact test where counts are small.',
    formatCount(rule.maxDistinctAsCategory, locale),
  );
  if (blocks === null) return sentences(locale, [rows, rich(t, 'Rows are taken as independent.')]);
  if (!blocks.enough) return sentences(locale, [rows, rich(t, 'Rows are taken as independent; single chunks are not judged.')]);
  const { correlation } = family;
  const shared = Math.max(correlation.plain, correlation.season);
  return sentences(locale, [
    togetherText(blocks, t, locale),
    rich(
      t,
      'A window is compared by its shares in {0} bins or categories, and the distance is measured by how single blocks of the reference, and runs as long as the window, differ from each other (Rao–Scott in F form; mean weekdays or hours taken out where the reference has 8 of each).',
      formatCount(rule.effectBins, locale),
    ),
    blocks.by === 'group' || shared === 0
      ? []
      : rich(
          t,
          'Neighbours resemble each other: the columns share a correlation of {0}.',
          formatNumber(Math.round(shared * 100) / 100, locale),
        ),
    rich(t, 'The p of the rows counts where it is larger: what goes together can only weaken evidence.'),
    rows,
  ]);
}

/** Which rows may belong together, and how many blocks of them there are. */
function togetherText(blocks: NonNullable<DriftResult['blocks']>, t: Translate, locale: string): RichText {
  const parts: RichPart[] = [
    { strong: formatCount(blocks.reference, locale) },
    { strong: formatCount(blocks.current, locale) },
    nameText(blocks.column),
  ];
  return blocks.by === 'day'
    ? rich(t, 'Rows of one day may belong together: {0} days of reference and {1} of current (by {2}).', ...parts)
    : blocks.by === 'hour'
      ? rich(t, 'Rows of one hour may belong together: {0} hours of reference and {1} of current (by {2}).', ...parts)
      : rich(t, 'Rows of one group may belong together: {0} groups of reference and {1} of current (by {2}).', ...parts);
}

/** How the noise is taken out of a move. */
function movedText({ rule, blocks }: DriftResult, t: Translate, locale: string): RichText {
  const bins = formatCount(rule.effectBins, locale);
  return sentences(locale, [
    rich(
      t,
      'The share of rows whose values would have to change to turn one distribution into the other (total variation distance), on {0} bins with edges at quantiles of reference, or on categories; what chance alone gives at these sizes is taken off: √(TVD² − E₀²).',
      bins,
    ),
    blocks?.enough === true ? rich(t, 'Chance includes that blocks differ: E₀ grows with the design effect of the test.') : [],
    rich(t, 'Where nothing is left though a distance of 1 % or more is there, that is said in place of a share of 0.'),
  ]);
}

/** Days or hours that are judged by themselves. */
function singleText({ rule, blocks }: DriftResult, t: Translate, locale: string): RichText {
  const share = formatShare(rule.blockEffect, locale);
  const q = formatNumber(rule.blockQ, locale);
  return blocks?.by === 'hour'
    ? rich(
        t,
        'An hour of which at least {0} of rows moved, and clearly more than in any hour of reference, alerts by itself at q ≤ {1}, in a family of its own: within a longer chunk it would be too small to be seen.',
        share,
        q,
      )
    : rich(
        t,
        'A day of which at least {0} of rows moved, and clearly more than on any day of reference, alerts by itself at q ≤ {1}, in a family of its own: within a longer chunk it would be too small to be seen.',
        share,
        q,
      );
}

function chunkText(report: Report, t: Translate, locale: string): RichText {
  const { time } = report;
  if (time === null) {
    const chunking = report.spec.chunk ?? { by: 'auto' };
    const asked = 'by' in chunking && (chunking.by === 'auto' || chunking.by === 'none') ? null : chunking;
    return asked === null
      ? rich(t, 'None: current is compared as a whole.')
      : rich(t, 'None: current is compared as a whole, because the chunks asked for would be too many, or too few to compare.');
  }
  const by = chunkingText(report, t, locale);
  const count = formatCount(time.chunks.length, locale);
  if (time.column === null) return rich(t, '{0} chunks of current, {1}; each is compared with all of reference.', count, by);
  return time.chosen === 'auto'
    ? rich(
        t,
        '{0} chunks of current, {1} of {2} (UTC), chosen automatically; each is compared with all of reference.',
        count,
        by,
        nameText(time.column),
      )
    : rich(
        t,
        '{0} chunks of current, {1} of {2} (UTC), as asked for; each is compared with all of reference.',
        count,
        by,
        nameText(time.column),
      );
}

function settingsText(report: Report, t: Translate, locale: string): RichText {
  const { limits, weights } = report.spec.columns ?? {};
  const out: RichText[] = [rich(t, 'Settings: {0}.', profileText(report.spec.profile ?? 'default', t))];
  const own = Object.entries(limits ?? {});
  if (own.length > 0) {
    const list = listText(
      own.map(([column, limit]): RichPart => rich(t, '{0} {1}', nameText(column), formatShare(limit, locale))),
      t,
      locale,
    );
    out.push(rich(t, 'Limits of their own: {0}.', list));
  }
  const weighted = Object.entries(weights ?? {});
  if (weighted.length > 0) {
    const list = listText(
      weighted.map(([column, weight]): RichPart => rich(t, '{0} {1}', nameText(column), formatNumber(weight, locale))),
      t,
      locale,
    );
    out.push(rich(t, 'Weights in the overall score: {0}.', list));
  }
  return sentences(locale, out);
}
