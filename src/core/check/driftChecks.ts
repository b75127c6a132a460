import type { ColumnReport, DriftResult } from '../sections/drift/result.ts';
import type { CheckResult } from './check.ts';
import { checked } from './checked.ts';
import { movedFault, severityOf } from './findingSeverity.ts';
import { judged } from './judged.ts';
import { measured } from './measured.ts';
import { ofColumn } from './subjects.ts';
import { valuesMark } from './valuesMark.ts';
import type { Verdict } from './verdict.ts';

/** The share of rows that moved and the share of missing values of every column that was compared, held against the rule in force. O(columns · chunks). */
export function driftChecks({ columns, rule }: Pick<DriftResult, 'columns' | 'rule'>): CheckResult[] {
  return columns
    .filter(({ reason }) => reason !== 'pending')
    .flatMap((column) => [valuesCheck(column, rule.slack), ...(column.missing.verdict === 'not_tested' ? [] : [missingCheck(column)])]);
}

/** What carries a column's alarm weighs as far as it moved. */
function severityWhere(alerts: boolean, column: ColumnReport): CheckResult['check']['severity'] {
  return severityOf(alerts ? movedFault(column) : 'column_moved');
}

function valuesCheck(column: ColumnReport, slack: number): CheckResult {
  // Where missing values carry the verdict, its numbers are theirs.
  const byMissing = column.cause === 'missing';
  const { p, q, effect, effectChunk } = byMissing ? { ...column.whole, q: null, effectChunk: null } : column;
  const { verdict: mark, cause } = byMissing ? valuesMark(column, slack) : column;
  const { name, limit, n, whole, visible } = column;
  const verdict = ((): Verdict => {
    const known = { p, q, visible };
    switch (mark) {
      case 'alert':
        return judged('fail', { ...known, shade: column.unmatched ? 'seasonal' : null, reason: cause });
      case 'watch':
        return judged('pass', { ...known, shade: 'watch', reason: cause });
      case 'ok':
        return judged('pass', { ...known, shade: column.certain ? 'under_limit' : null });
      case 'cannot_tell':
        return judged('cannot_tell', { ...known, reason: column.reason ?? 'too_few_rows', rowsNeeded: column.rowsNeeded?.current ?? null });
      case 'not_tested':
        return judged('not_applicable', { ...known, reason: column.reason });
    }
  })();
  return checked(
    { id: `drift/values:${name}`, bound: { max: limit }, severity: severityWhere(mark === 'alert', column), family: 'drift/values' },
    measured('share_moved', {
      subject: ofColumn(name, effectChunk),
      value: effect,
      rows: n.current,
      unit: 'share',
      direction: 'lower',
      reason: effect === null ? (column.reason ?? whole.reason) : null,
    }),
    verdict,
    byMissing ? null : column.since,
  );
}

function missingCheck(column: ColumnReport): CheckResult {
  const { name, limit, missing } = column;
  const { p, q } = missing.block ?? missing;
  const alerts = missing.verdict === 'alert';
  return checked(
    {
      id: `drift/missing:${name}`,
      bound: { maxDrop: limit, maxRise: limit },
      severity: severityWhere(alerts, column),
      family: 'drift/missing',
    },
    measured('missing_share', {
      subject: ofColumn(name, missing.chunk),
      value: missing.at,
      reference: missing.reference.share,
      difference: missing.at - missing.reference.share,
      rows: missing.current.rows,
      unit: 'share',
      direction: 'neither',
    }),
    judged(alerts ? 'fail' : 'pass', { p, q, shade: missing.verdict === 'watch' ? 'watch' : null, reason: alerts ? 'missing' : null }),
    column.cause === 'missing' ? column.since : null,
  );
}
