import type { Finding } from '../check/finding.ts';
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

/** A finding in one line: what moved, how much against which limit, in which way, since when. */
export function findingText(finding: Finding, report: Report, t: Translate, language: string): string {
  const locale = languageOf(language);
  const column = columnNamed(report, finding.column);
  const name = dataText(finding.column);
  const value = finding.value === null ? '–' : formatShare(finding.value, locale);
  const limit = finding.limit === null ? '–' : formatShare(finding.limit, locale);
  switch (finding.code) {
    case 'performance/limit':
    case 'performance/drop':
    case 'performance/calibration':
    case 'performance/slice':
    case 'performance/estimate':
    case 'performance/fairness':
      return performanceFinding({ ...finding, code: finding.code }, report, t, locale);
    case 'drift/distribution': {
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
    case 'drift/chunk': {
      const moved = column === undefined ? null : whenMoved(column);
      const when = moved === null ? null : whenText(moved, report.time, t, locale);
      if (column?.unmatched === true && report.season !== null && when !== null)
        return sayPlain(
          t,
          '{0} differs from the reference {1}, in {2}: up to {3} of rows (limit {4}); that can be the season.',
          name,
          when,
          unmatchedWord(report.season.by, t),
          value,
          limit,
        );
      if (moved === null || when === null)
        return sayPlain(t, '{0} moved in a part of current: {1} of rows (limit {2}).', name, value, limit);
      return moved.kind === 'only' || moved.kind === 'latest'
        ? sayPlain(t, '{0} moved {1}: {2} of rows (limit {3}), not so over the whole of current.', name, when, value, limit)
        : sayPlain(t, '{0} moved {1}: up to {2} of rows (limit {3}), not so over the whole of current.', name, when, value, limit);
    }
    case 'drift/block':
      return column === undefined || column.block === null
        ? sayPlain(t, '{0} moved in a part of current: {1} of rows (limit {2}).', name, value, limit)
        : sayPlain(t, '{0} broke {1}: {2} of rows moved there.', name, onBlock(column.block, report, t, locale), value);
    case 'drift/missing':
      return column === undefined
        ? sayPlain(t, '{0}: the share of missing values changed to {1}.', name, value)
        : plainText(moverSentence({ ...column, cause: 'missing' }, report, t, locale));
    case 'quality/missing-column':
      return sayPlain(t, '{0} is missing in current.', name);
    case 'quality/type-changed':
      return sayPlain(
        t,
        '{0} changed its type: {1} in reference, {2} in current.',
        name,
        dataText(column?.types.reference ?? '–'),
        dataText(column?.types.current ?? '–'),
      );
    case 'quality/not-tested':
      return sayPlain(t, '{0} was not tested: {1}.', name, reasonText(column?.reason ?? null, t));
    case 'quality/new-categories': {
      const fresh = column?.categories?.fresh;
      if (fresh === undefined) return sayPlain(t, '{0} holds categories that reference does not have.', name);
      return newCategories(name, column!, fresh, t, locale);
    }
  }
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
