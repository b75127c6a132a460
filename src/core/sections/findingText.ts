import type { Finding, FindingCode } from '../check/finding.ts';
import { formatCount } from '../format/count.ts';
import { formatShare } from '../format/share.ts';
import { columnNamed } from '../report/columnNamed.ts';
import type { Report } from '../report/report.ts';
import { onBlock } from '../words/blockText.ts';
import { categoryText } from '../words/categoryText.ts';
import { dataText } from '../words/dataText.ts';
import { languageOf } from '../words/languageOf.ts';
import { plainText } from '../words/plainText.ts';
import { sayPlain } from '../words/sayPlain.ts';
import { unmatchedWord } from '../words/seasonCells.ts';
import type { Translate } from '../words/translate.ts';
import { whenMoved } from '../words/whenMoved.ts';
import { whenText } from '../words/whenText.ts';
import type { ColumnReport } from './drift/result.ts';
import { movementDetail } from './drift/words/movementDetail.ts';
import { moverSentence } from './drift/words/moverSentence.ts';
import { reasonText } from './drift/words/reasonText.ts';
import { performanceFinding } from './performanceFinding.ts';

/** A finding with what its line is made of. */
interface Told {
  readonly finding: Finding;
  readonly report: Report;
  readonly column: ColumnReport | undefined;
  readonly t: Translate;
  readonly locale: string;
  readonly name: string;
  readonly value: string;
  readonly limit: string;
}

/** The line of every code: one that has none does not compile. */
const lineOf: Readonly<Record<FindingCode, (told: Told) => string>> = {
  'performance/limit': ofPerformance,
  'performance/drop': ofPerformance,
  'performance/calibration': ofPerformance,
  'performance/slice': ofPerformance,
  'performance/estimate': ofPerformance,
  'performance/fairness': ofPerformance,
  'drift/distribution': distributionLine,
  'drift/chunk': chunkLine,
  'drift/block': ({ column, report, t, locale, name, value, limit }) =>
    column === undefined || column.block === null
      ? sayPlain(t, '{0} moved in a part of current: {1} of rows (limit {2}).', name, value, limit)
      : sayPlain(t, '{0} broke {1}: {2} of rows moved there.', name, onBlock(column.block, report, t, locale), value),
  'drift/missing': ({ column, report, t, locale, name, value }) =>
    column === undefined
      ? sayPlain(t, '{0}: the share of missing values changed to {1}.', name, value)
      : plainText(moverSentence({ ...column, cause: 'missing' }, report, t, locale)),
  'quality/missing-column': ({ t, name }) => sayPlain(t, '{0} is missing in current.', name),
  'quality/type-changed': ({ column, t, name }) =>
    sayPlain(
      t,
      '{0} changed its type: {1} in reference, {2} in current.',
      name,
      dataText(column?.types.reference ?? '–'),
      dataText(column?.types.current ?? '–'),
    ),
  'quality/not-tested': ({ column, t, name }) => sayPlain(t, '{0} was not tested: {1}.', name, reasonText(column?.reason ?? null, t)),
  'quality/new-categories': ({ column, t, locale, name }) => {
    const fresh = column?.categories?.fresh;
    return column === undefined || fresh === undefined
      ? sayPlain(t, '{0} holds categories that reference does not have.', name)
      : newCategories(name, column, fresh, t, locale);
  },
};

/** A finding in one line: what moved, how much against which limit, in which way, since when. */
export function findingText(finding: Finding, report: Report, t: Translate, language: string): string {
  const locale = languageOf(language);
  return lineOf[finding.code]({
    finding,
    report,
    column: columnNamed(report, finding.column),
    t,
    locale,
    name: dataText(finding.column),
    value: finding.value === null ? '–' : formatShare(finding.value, locale),
    limit: finding.limit === null ? '–' : formatShare(finding.limit, locale),
  });
}

function ofPerformance({ finding, report, t, locale }: Told): string {
  return performanceFinding(finding as Parameters<typeof performanceFinding>[0], report, t, locale);
}

function distributionLine({ column, report, t, locale, name, value, limit }: Told): string {
  const detail = column === undefined ? null : movementDetail(column, report, t, locale);
  const when = column === undefined ? null : whenText(whenMoved(column), report.time, t, locale);
  // The largest share is that of a chunk where one moved further than the whole.
  const upTo = column !== undefined && column.effectChunk !== null;
  const share = upTo ? sayPlain(t, 'up to {0}', value) : value;
  if (detail !== null && when !== null)
    return sayPlain(t, '{0} moved: {1} of rows (limit {2}), {3}, {4}.', name, share, limit, detail, when);
  if (detail !== null || when !== null)
    return sayPlain(t, '{0} moved: {1} of rows (limit {2}), {3}.', name, share, limit, detail ?? when ?? '');
  return sayPlain(t, '{0} moved: {1} of rows (limit {2}).', name, share, limit);
}

function chunkLine({ column, report, t, locale, name, value, limit }: Told): string {
  const moved = column === undefined ? null : whenMoved(column);
  const when = moved === null ? null : whenText(moved, report.time, t, locale);
  if (moved === null || when === null) return sayPlain(t, '{0} moved in a part of current: {1} of rows (limit {2}).', name, value, limit);
  if (column?.unmatched === true && report.season !== null) {
    return sayPlain(
      t,
      '{0} differs from the reference {1}, in {2}: up to {3} of rows (limit {4}); that can be the season.',
      name,
      when,
      unmatchedWord(report.season.by, t),
      value,
      limit,
    );
  }
  return moved.kind === 'only' || moved.kind === 'latest'
    ? sayPlain(t, '{0} moved {1}: {2} of rows (limit {3}), not so over the whole of current.', name, when, value, limit)
    : sayPlain(t, '{0} moved {1}: up to {2} of rows (limit {3}), not so over the whole of current.', name, when, value, limit);
}

function newCategories(
  name: string,
  column: ColumnReport,
  fresh: NonNullable<ColumnReport['categories']>['fresh'],
  t: Translate,
  locale: string,
): string {
  const share = formatShare(column.n.current === 0 ? 0 : fresh.rows / column.n.current, locale);
  const most = fresh.values[0]?.value ?? '–';
  if (column.categories?.ordered === true) {
    const number = categoryText(most, column.kind);
    return fresh.categories === 1
      ? sayPlain(t, '{0}: new value {1} in {2} of rows.', name, number, share)
      : sayPlain(t, '{0}: {1} new values in {2} of rows, most of all {3}.', name, formatCount(fresh.categories, locale), share, number);
  }
  const example = dataText(most);
  return fresh.categories === 1
    ? sayPlain(t, '{0}: new category “{1}” in {2} of values.', name, example, share)
    : sayPlain(
        t,
        '{0}: {1} new categories in {2} of values, most of all “{3}”.',
        name,
        formatCount(fresh.categories, locale),
        share,
        example,
      );
}
