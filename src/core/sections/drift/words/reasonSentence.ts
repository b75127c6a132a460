import type { NotTestedReason } from '../../../check/verdict.ts';
import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { driftOf } from '../../../report/sectionOf.ts';
import { dataText } from '../../../words/dataText.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport } from '../result.ts';

/** What the sentence of a reason is made of. */
interface Told {
  readonly column: ColumnReport;
  readonly report: Report;
  readonly t: Translate;
  readonly locale: string;
}

/** The sentence of every reason: one that has none does not compile. */
const sentenceOf: Readonly<Record<NotTestedReason, (told: Told) => RichText>> = {
  too_few_rows: tooFewRows,
  too_few_blocks: ({ t }) =>
    rich(
      t,
      'Cannot tell: the reference has values on too few days (or hours, or groups) to know how they differ; give more of them, or compare without time and group if rows are independent.',
    ),
  one_group_dominates: ({ t }) =>
    rich(
      t,
      'Cannot tell: most rows are of one group, so how groups differ cannot be known; name another group column, or none if rows are independent.',
    ),
  all_null: noValues,
  only_in_reference: ({ t }) => rich(t, 'Not tested: current lacks this column.'),
  only_in_current: ({ t }) => rich(t, 'Not tested: reference lacks this column.'),
  type_changed: ({ column, t }) =>
    rich(
      t,
      'Not tested: the type is {0} in reference and {1} in current.',
      { strong: typeOf(column, 'reference') },
      { strong: typeOf(column, 'current') },
    ),
  constant: ({ t }) => rich(t, 'Not tested: the same single value stands in every row of both sides.'),
  identifier: ({ t }) =>
    rich(t, 'Not tested: the values identify rows, so new ones are no drift. Give the column another role to test it.'),
  free_text: ({ t }) => rich(t, 'Not tested: free text is not compared value by value.'),
  timestamp: ({ t }) => rich(t, 'Not tested: times are expected to move on.'),
  nested: ({ column, t }) => rich(t, 'Not tested: nested values ({0}) are not compared.', anyType(column)),
  unsupported_type: ({ column, t }) => rich(t, 'Not tested: values of type {0} are not compared.', anyType(column)),
  too_many_categories: ({ t }) => rich(t, 'Not tested: too many different categories to compare their shares.'),
  ignored: ({ t }) => rich(t, 'Not tested: left out on request.'),
  not_included: ({ t }) => rich(t, 'Not tested: not among the columns asked for.'),
  weight: ({ t }) => rich(t, 'Not tested: the column holds weights of rows.'),
  resource: ({ t }) => rich(t, 'Not tested: the column says what was spent; it is shown with the measures and judged by limits alone.'),
  failed: ({ column, t }) =>
    column.error === null
      ? rich(t, 'Not tested: the analysis of this column failed.')
      : rich(t, 'Not tested: the analysis of this column failed ({0}).', dataText(column.error, 200)),
  pending: ({ t }) => rich(t, 'Not tested yet.'),
};

/** Why a column was not tested, as a sentence that says what to do about it where something can be done. */
export function reasonSentence(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  return column.reason === null ? rich(t, 'Not tested.') : sentenceOf[column.reason]({ column, report, t, locale });
}

function typeOf({ types }: ColumnReport, side: 'reference' | 'current'): string {
  return dataText(types[side] ?? '–');
}

/** The type in reference, else that in current. */
function anyType({ types }: ColumnReport): string {
  return dataText(types.reference ?? types.current ?? '–');
}

function tooFewRows({ column, report, t, locale }: Told): RichText {
  return rich(
    t,
    'Cannot tell: {0} usable rows in reference and {1} in current; at least {2} on each side are needed.',
    formatCount(column.n.reference, locale),
    formatCount(column.n.current, locale),
    formatCount(driftOf(report).rule.minRows, locale),
  );
}

function noValues({ column, t }: Told): RichText {
  if (column.n.reference > 0) return rich(t, 'Not tested: current holds no value in this column.');
  return column.n.current > 0
    ? rich(t, 'Not tested: reference holds no value in this column.')
    : rich(t, 'Not tested: the column is empty on both sides.');
}
