import type { ColumnReport } from '../sections/drift/result.ts';
import type { CheckResult } from './check.ts';
import { checked } from './checked.ts';
import { type Fault, severityOf } from './findingSeverity.ts';
import { judged } from './judged.ts';
import { measured } from './measured.ts';
import { ofColumn } from './subjects.ts';

/** New categories that make up this share of current's values, and are of this many rows, fail. */
const freshShare = 0.01;
const freshRows = 5;

/**
 * Whether every column is there, of its type and with values, and whether its texts are known ones. @param target column of the labels: without them
 * nothing is wrong with the data, what is told of it is told with the labels. O(columns).
 */
export function qualityChecks(columns: readonly ColumnReport[], target: string | null): CheckResult[] {
  return columns
    .filter(({ reason }) => reason !== 'pending')
    .flatMap((column) => [usableCheck(column, column.name === target), ...freshCheck(column)]);
}

function usableCheck(column: ColumnReport, isTarget: boolean): CheckResult {
  const { name, reason, missing } = column;
  const fault = faultOf(column);
  return checked(
    {
      id: `quality/usable:${name}`,
      bound: { equals: 1 },
      severity: severityOf(fault === null ? 'column_gone' : isTarget ? 'target_unusable' : fault),
    },
    measured('usable', {
      subject: ofColumn(name),
      value: fault === null ? 1 : 0,
      rows: missing.current.rows,
      unit: 'number',
      direction: 'higher',
    }),
    fault === null ? judged('pass') : judged('fail', { reason }),
  );
}

/** What is wrong with a column before its values are looked at. */
function faultOf({ reason, n, missing }: ColumnReport): Fault | null {
  switch (reason) {
    case 'only_in_reference':
      return 'column_gone';
    case 'type_changed':
      return 'column_retyped';
    case 'all_null':
      // Whether current has rows and no value of a column that reference has values of.
      return n.current === 0 && missing.current.rows > 0 && n.reference > 0 ? 'column_empty' : 'column_always_empty';
    case 'failed':
      return 'column_failed';
    default:
      return null;
  }
}

function freshCheck({ name, kind, categories, n }: ColumnReport): CheckResult[] {
  if (categories === null || kind !== 'text') return [];
  const { fresh } = categories;
  const share = n.current > 0 ? fresh.rows / n.current : null;
  const fails = share !== null && share >= freshShare && fresh.rows >= freshRows;
  return [
    checked(
      { id: `quality/new_categories:${name}`, bound: { max: freshShare }, severity: severityOf('column_new_categories') },
      measured('new_category_share', {
        subject: ofColumn(name),
        value: share,
        rows: n.current,
        unit: 'share',
        direction: 'lower',
        reason: share === null ? 'all_null' : null,
      }),
      share === null ? judged('not_applicable', { reason: 'all_null' }) : judged(fails ? 'fail' : 'pass'),
    ),
  ];
}
