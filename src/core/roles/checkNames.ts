import type { ColumnProfile } from '../data/columnProfile.ts';
import { DataError } from '../data/dataError.ts';
import { addressOf } from '../spec/addressOf.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import { resourceLimit } from './resourceColumns.ts';

/** Throws unknown_column for a name in the spec that no column has. */
export function checkNames(spec: ComparisonSpec, profiles: readonly ColumnProfile[]): void {
  const known = new Set(profiles.map((p) => p.name));
  const {
    target,
    prediction,
    score,
    scores = {},
    user,
    item,
    relevance,
    segments = [],
    groups = [],
    resources = [],
    limits = {},
  } = spec.evaluate ?? {};
  const limited = Object.keys(limits).flatMap((name) => resourceLimit(name)?.column ?? []);
  for (const name of [
    target,
    prediction,
    score,
    user,
    item,
    relevance,
    ...Object.values(scores),
    ...segments,
    ...groups,
    ...resources,
    ...limited,
  ]) {
    if (typeof name === 'string' && !known.has(name)) {
      throw new DataError('unknown_column', { column: name, file: addressOf(spec.current), side: 'current' });
    }
  }
}
