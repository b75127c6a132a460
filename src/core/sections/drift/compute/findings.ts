import type { Finding } from '../../../check/finding.ts';
import { movedFault, severityOf } from '../../../check/findingSeverity.ts';
import type { TimeAxis } from '../../../report/report.ts';
import type { ColumnReport } from '../result.ts';

/** New categories that make up this share of current's values are a finding. */
const freshShare = 0.01;

const codes = { whole: 'drift/distribution', chunk: 'drift/chunk', block: 'drift/block', missing: 'drift/missing' } as const;

/** Failed checks of a report, at most one per column, in column order. */
export function findings(columns: readonly ColumnReport[], time: TimeAxis | null): Finding[] {
  return columns.flatMap((column) => {
    const finding = findingOf(column, time);
    return finding === null ? [] : [finding];
  });
}

function findingOf(column: ColumnReport, time: TimeAxis | null): Finding | null {
  const base = { column: column.name, chunk: null, value: null, limit: null, q: null };
  if (column.verdict === 'alert') {
    const chunk = column.since ?? column.effectChunk;
    return {
      ...base,
      code: codes[column.cause ?? 'whole'],
      severity: severityOf(movedFault(column)),
      chunk: chunk === null ? null : (time?.chunks[chunk]?.name ?? null),
      value: column.effect,
      limit: column.limit,
      q: column.q,
    };
  }
  if (column.reason === 'only_in_reference') return { ...base, code: 'quality/missing-column', severity: severityOf('column_gone') };
  if (column.reason === 'type_changed') return { ...base, code: 'quality/type-changed', severity: severityOf('column_retyped') };
  if (column.reason === 'all_null')
    return { ...base, code: 'quality/not-tested', severity: severityOf(emptied(column) ? 'column_empty' : 'column_always_empty') };
  if (column.reason === 'failed') return { ...base, code: 'quality/not-tested', severity: severityOf('column_failed') };
  const fresh = column.categories?.fresh;
  if (fresh && column.n.current > 0 && fresh.rows / column.n.current >= freshShare && fresh.rows >= 5 && column.kind === 'text') {
    return {
      ...base,
      code: 'quality/new-categories',
      severity: severityOf('column_new_categories'),
      value: fresh.rows / column.n.current,
      limit: freshShare,
    };
  }
  return null;
}

/** Whether current has rows and no value of a column that reference has values of. */
function emptied({ n, missing }: ColumnReport): boolean {
  return n.current === 0 && missing.current.rows > 0 && n.reference > 0;
}
