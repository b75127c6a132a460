import type { ColumnProfile } from '../data/columnProfile.ts';
import { DataError } from '../data/dataError.ts';
import { addressOf } from '../spec/addressOf.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import { nameHint } from './nameHints.ts';

/**
 * Chooses the time axis: the column the spec names, else the best timestamp column of current (in both datasets, named like a time,
 * rising in file order, most distinct times); null when there is none or the spec says none.
 * Throws `unknown_column` or `not_a_timestamp` for a named column that cannot serve.
 */
export function timeColumn(spec: ComparisonSpec, reference: readonly ColumnProfile[], current: readonly ColumnProfile[]): string | null {
  const named = spec.columns?.timestamp;
  if (named === null) return null;
  if (named !== undefined) {
    const profile = current.find((p) => p.name === named);
    if (!profile) throw new DataError('unknown_column', { column: named, side: 'current', file: addressOf(spec.current) });
    if (profile.kind !== 'timestamp')
      throw new DataError('not_a_timestamp', { column: named, found: profile.physicalType, file: addressOf(spec.current) });
    return named;
  }
  const left = new Set([...(spec.columns?.ignore ?? [])]);
  const given = Object.entries(spec.columns?.roles ?? {}).find(([, role]) => role === 'timestamp')?.[0];
  const candidates = current
    .filter((p) => p.kind === 'timestamp' && p.min !== null && p.max !== null && p.max > p.min && !left.has(p.name))
    .filter((p) => (spec.columns?.roles?.[p.name] ?? 'timestamp') === 'timestamp');
  const inReference = new Set(reference.filter((p) => p.kind === 'timestamp').map((p) => p.name));
  const points = (p: ColumnProfile) =>
    (p.name === given ? 16 : 0) +
    (inReference.has(p.name) ? 4 : 0) +
    (nameHint(p.name, 'timestamp') !== null ? 2 : 0) +
    (p.increasing !== 'none' ? 2 : 0);
  const best = [...candidates].sort((a, b) => points(b) - points(a) || b.distinct - a.distinct)[0];
  return best?.name ?? null;
}
