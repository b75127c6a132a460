import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { driftOf } from '../../../report/sectionOf.ts';
import { dataText } from '../../../words/dataText.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport } from '../result.ts';

/** Why a column was not tested, as a sentence that says what to do about it where something can be done. */
export function reasonSentence(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const types = [column.types.reference ?? '–', column.types.current ?? '–'] as const;
  switch (column.reason) {
    case 'too_few_rows':
      return rich(
        t,
        'Cannot tell: {0} usable rows in reference and {1} in current; at least {2} on each side are needed.',
        formatCount(column.n.reference, locale),
        formatCount(column.n.current, locale),
        formatCount(driftOf(report).rule.minRows, locale),
      );
    case 'too_few_blocks':
      return rich(
        t,
        'Cannot tell: the reference has values on too few days (or hours, or groups) to know how they differ; give more of them, or compare without time and group if rows are independent.',
      );
    case 'one_group_dominates':
      return rich(
        t,
        'Cannot tell: most rows are of one group, so how groups differ cannot be known; name another group column, or none if rows are independent.',
      );
    case 'all_null':
      if (column.n.reference > 0) return rich(t, 'Not tested: current holds no value in this column.');
      return column.n.current > 0
        ? rich(t, 'Not tested: reference holds no value in this column.')
        : rich(t, 'Not tested: the column is empty on both sides.');
    case 'only_in_reference':
      return rich(t, 'Not tested: current lacks this column.');
    case 'only_in_current':
      return rich(t, 'Not tested: reference lacks this column.');
    case 'type_changed':
      return rich(
        t,
        'Not tested: the type is {0} in reference and {1} in current.',
        { strong: dataText(types[0]) },
        { strong: dataText(types[1]) },
      );
    case 'constant':
      return rich(t, 'Not tested: the same single value stands in every row of both sides.');
    case 'identifier':
      return rich(t, 'Not tested: the values identify rows, so new ones are no drift. Give the column another role to test it.');
    case 'free_text':
      return rich(t, 'Not tested: free text is not compared value by value.');
    case 'timestamp':
      return rich(t, 'Not tested: times are expected to move on.');
    case 'nested':
      return rich(t, 'Not tested: nested values ({0}) are not compared.', dataText(types[0] === '–' ? types[1] : types[0]));
    case 'unsupported_type':
      return rich(t, 'Not tested: values of type {0} are not compared.', dataText(types[0] === '–' ? types[1] : types[0]));
    case 'too_many_categories':
      return rich(t, 'Not tested: too many different categories to compare their shares.');
    case 'ignored':
      return rich(t, 'Not tested: left out on request.');
    case 'not_included':
      return rich(t, 'Not tested: not among the columns asked for.');
    case 'weight':
      return rich(t, 'Not tested: the column holds weights of rows.');
    case 'resource':
      return rich(t, 'Not tested: the column says what was spent; it is shown with the measures and judged by limits alone.');
    case 'failed':
      return column.error === null
        ? rich(t, 'Not tested: the analysis of this column failed.')
        : rich(t, 'Not tested: the analysis of this column failed ({0}).', dataText(column.error, 200));
    case 'pending':
      return rich(t, 'Not tested yet.');
    case null:
      return rich(t, 'Not tested.');
  }
}
