import { formatCount } from '../format/count.ts';
import { formatDuration } from '../format/duration.ts';
import { formatNumber } from '../format/number.ts';
import { formatP } from '../format/pValue.ts';
import { formatShare } from '../format/share.ts';
import type { DatasetSummary, Report } from '../report/report.ts';
import type { ComputedText } from '../report/reportText.ts';
import type { RichText } from '../report/richText.ts';
import { bytesText } from './bytesText.ts';
import { chunkingText } from './chunkingText.ts';
import { dataText } from './dataText.ts';
import { listText } from './listText.ts';
import { nameText } from './nameText.ts';
import { profileText } from './profileText.ts';
import { type RichPart, rich } from './rich.ts';
import { sentences } from './sentences.ts';
import type { Translate } from './translate.ts';

/** The rule with the numbers of this run: enough for a statistician to do it again. */
export function computedText(report: Report, t: Translate, locale: string): ComputedText[] {
  const { rule, family } = report;
  const share = (x: number): string => formatShare(x, locale);
  const number = (x: number): string => formatNumber(x, locale);
  const out: ComputedText[] = [
    {
      term: t('Alert'),
      text: rich(
        t,
        'A column alerts when both hold: the test is significant (q ≤ {0}) and at least {1} of rows moved. One of them alone is never enough.',
        { strong: number(rule.q) },
        { strong: share(rule.effect) },
      ),
    },
    {
      term: t('Rows moved'),
      text: rich(
        t,
        'The share of rows whose values would have to change to turn one distribution into the other (total variation distance), on {0} bins with edges at quantiles of reference, or on categories; what chance alone gives at these sizes is taken off: √(TVD² − E₀²).',
        formatCount(rule.effectBins, locale),
      ),
    },
    { term: t('Test'), text: testText(report, t, locale) },
    {
      term: t('Watch'),
      text: rich(
        t,
        'At least {0} of rows moved and p ≤ {1}, but q is above {2}: listed, never an alarm. A chunk to watch becomes an alert when p ≤ {3} and the limit is reached in 2 of 3 chunks running.',
        share(rule.effect),
        number(rule.watchP),
        number(rule.q),
        number(rule.promoteP),
      ),
    },
    {
      term: t('Many tests'),
      text: rich(
        t,
        'q is p adjusted by Benjamini–Hochberg over all {0} cells tested in this run (columns, and columns by chunk), so that of the alerts at most about {1} are expected to be chance; here a p up to {2} would have counted as significant.',
        formatCount(family.cells, locale),
        share(rule.q),
        formatP(family.criticalP, locale),
      ),
    },
    {
      term: t('Missing values'),
      text: rich(
        t,
        'Nulls and NaN together, as a share of rows; tested apart, in a family of their own. Alert: q ≤ {0} and the share changed by the limit ({1}) or more; watch: a smaller change of at least one percentage point. They, and infinite values, never enter the other tests.',
        number(rule.q),
        share(rule.effect),
      ),
    },
    {
      term: t('Would have been seen'),
      text: rich(
        t,
        'The smallest share of moved rows, from the limit up, that the test would have found significant in 8 of 10 cases at these sizes; an estimate, for current as a whole. Columns with fewer than {0} values on a side are not tested at all.',
        formatCount(rule.minRows, locale),
      ),
    },
    {
      term: t('Other numbers'),
      text: rich(
        t,
        'PSI (natural logarithm, 0.5 added to each count), Jensen–Shannon distance (base 2), Kolmogorov–Smirnov and Wasserstein distance stand beside the verdict for comparison with other tools; they do not decide.',
      ),
    },
    { term: t('Chunks'), text: chunkText(report, t, locale) },
    { term: t('Profile'), text: settingsText(report, t, locale) },
    ...(report.reference === null ? [] : [{ term: t('Reference'), text: filesText(report.reference, t, locale) }]),
    { term: t('Current'), text: filesText(report.current, t, locale) },
    {
      term: t('Run'),
      text: rich(
        t,
        'Driftbook {0}, {1}, in {2}; seed {3}. The same files and settings give the same verdicts.',
        report.tool.version,
        report.createdAt.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC'),
        formatDuration(report.durationMs, locale),
        String(rule.seed),
      ),
    },
  ];
  return out;
}

function testText(report: Report, t: Translate, locale: string): RichText {
  const { rule, blocks } = report;
  const rows = rich(
    t,
    'Numbers with more than {0} different values: two-sample Anderson–Darling; other columns: chi-square on the categories, Fisher’s exact test where counts are small.',
    formatCount(rule.maxDistinctAsCategory, locale),
  );
  if (blocks === null) return sentences(locale, [rows, rich(t, 'Rows are taken as independent.')]);
  const parts: RichPart[] = [
    { strong: formatCount(blocks.reference, locale) },
    { strong: formatCount(blocks.current, locale) },
    nameText(blocks.column),
    formatCount(rule.permutations, locale),
  ];
  const exchanged =
    blocks.by === 'day'
      ? rich(
          t,
          'Rows of one day go together, so whole days are exchanged at random: {0} of reference and {1} of current (by {2}), {3} times.',
          ...parts,
        )
      : blocks.by === 'hour'
        ? rich(
            t,
            'Rows of one hour go together, so whole hours are exchanged at random: {0} of reference and {1} of current (by {2}), {3} times.',
            ...parts,
          )
        : rich(
            t,
            'Rows of one group go together, so whole groups are exchanged at random: {0} of reference and {1} of current (by {2}), {3} times.',
            ...parts,
          );
  return sentences(locale, [exchanged, rich(t, 'Windows with too few of them are tested row by row.'), rows]);
}

function chunkText(report: Report, t: Translate, locale: string): RichText {
  const { time } = report;
  if (time === null) {
    const asked = 'by' in report.chunking && (report.chunking.by === 'auto' || report.chunking.by === 'none') ? null : report.chunking;
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
  const out: RichText[] = [rich(t, 'Settings: {0}.', profileText(report.rule.profile, t))];
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

function filesText(dataset: DatasetSummary, t: Translate, locale: string): RichText {
  const bytes = bytesText(
    dataset.files.reduce((sum, file) => sum + file.bytes, 0),
    locale,
  );
  const parts: RichPart[] = [
    { strong: dataText(dataset.path, 120) },
    dataset.format,
    bytes,
    formatCount(dataset.rows, locale),
    formatCount(dataset.columns, locale),
    formatCount(dataset.files.length, locale),
  ];
  return dataset.files.length === 1
    ? rich(t, '{0}: {1}, {2}, {3} rows × {4} columns.', ...parts)
    : rich(t, '{0}: {5} files, {1}, {2}, {3} rows × {4} columns.', ...parts);
}
