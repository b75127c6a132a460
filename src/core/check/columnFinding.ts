import type { TimeAxis } from '../report/report.ts';
import type { CheckResult } from './check.ts';
import type { Finding, FindingCode } from './finding.ts';

/** What a failed check of a column is told as, by what carries it or what is wrong. */
const codes: Readonly<Record<string, FindingCode>> = {
  whole: 'drift/distribution',
  chunk: 'drift/chunk',
  block: 'drift/block',
  missing: 'drift/missing',
  only_in_reference: 'quality/missing-column',
  type_changed: 'quality/type-changed',
  all_null: 'quality/not-tested',
  failed: 'quality/not-tested',
};

/** A failed check of a column (its values, what is missing of it, its schema) as a finding. */
export function columnFinding({ check, measurement, verdict, since }: CheckResult, time: TimeAxis | null): Finding {
  const base = { column: check.subject.column!, severity: check.severity, chunk: null, value: null, limit: null, q: null };
  const code = codes[verdict.reason ?? ''];
  switch (check.measure) {
    case 'share_moved':
    case 'missing_share': {
      const chunk = since ?? measurement.subject.chunk;
      const { difference, value } = measurement;
      return {
        ...base,
        code: code ?? 'drift/distribution',
        chunk: chunk === null ? null : (time?.chunks[chunk]?.name ?? null),
        // Of what is missing the change of the share, whichever way.
        value: difference === null ? value : Math.abs(difference),
        limit: check.bound.max ?? check.bound.maxRise ?? null,
        q: verdict.q,
      };
    }
    case 'new_category_share':
      return { ...base, code: 'quality/new-categories', value: measurement.value, limit: check.bound.max ?? null };
    default:
      return { ...base, code: code ?? 'quality/not-tested' };
  }
}
