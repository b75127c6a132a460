import type { NotTestedReason } from '../../../check/verdict.ts';
import type { ColumnProfile } from '../../../data/columnProfile.ts';
import { inferRole } from '../../../roles/inferRole.ts';
import { nameWords } from '../../../roles/nameHints.ts';
import type { ComparisonSpec, Role } from '../../../spec/spec.ts';
import type { RoleEvidence } from '../result.ts';

/** What is to be done with a column. */
export interface ColumnTask {
  readonly name: string;
  readonly reference: ColumnProfile | null;
  readonly current: ColumnProfile | null;
  readonly role: Role;
  readonly roleGiven: boolean;
  readonly evidence: readonly RoleEvidence[];
  /** How to read it; null when it is not tested. */
  readonly read: 'numbers' | 'values' | null;
  readonly reason: NotTestedReason | null;
}

const untestedRoles: Partial<Record<Role, NotTestedReason>> = {
  id: 'identifier',
  timestamp: 'timestamp',
  ignore: 'ignored',
  weight: 'weight',
};

/** Columns whose part in an evaluation keeps them from being tested. */
export interface EvaluatedColumns {
  /** They name users or items of a ranking: identifiers, however often they repeat. */
  readonly ids: ReadonlySet<string>;
  /** They say what was spent. */
  readonly resources: ReadonlySet<string>;
}

/**
 * Decides for every column of either dataset whether and how it is tested; reference order first, then the columns only current has.
 *
 * @param things what an evaluation makes of columns.
 */
export function columnTasks(
  spec: ComparisonSpec,
  reference: readonly ColumnProfile[],
  current: readonly ColumnProfile[],
  time: string | null,
  things: EvaluatedColumns = { ids: new Set(), resources: new Set() },
): ColumnTask[] {
  const byName = new Map(current.map((p) => [p.name, p]));
  const known = new Set(reference.map((p) => p.name));
  const pairs: { name: string; reference: ColumnProfile | null; current: ColumnProfile | null }[] = reference.map((p) => ({
    name: p.name,
    reference: p,
    current: byName.get(p.name) ?? null,
  }));
  for (const p of current) if (!known.has(p.name)) pairs.push({ name: p.name, reference: null, current: p });
  return pairs.map((pair) => columnTask(spec, pair, time, things));
}

function columnTask(
  spec: ComparisonSpec,
  pair: { name: string; reference: ColumnProfile | null; current: ColumnProfile | null },
  time: string | null,
  { ids, resources }: EvaluatedColumns,
): ColumnTask {
  const inferred = ids.has(pair.name)
    ? ({ role: 'id', evidence: [{ code: 'name', value: nameWords(pair.name) }], untested: 'identifier' } as const)
    : resources.has(pair.name)
      ? ({ role: 'ignore', evidence: [{ code: 'name', value: nameWords(pair.name) }], untested: 'resource' } as const)
      : inferRole(pair.reference, pair.current);
  const given = pair.name === time && spec.columns?.timestamp === time ? 'timestamp' : spec.columns?.roles?.[pair.name];
  const role = given ?? inferred.role;
  const base = {
    ...pair,
    role,
    roleGiven: given !== undefined,
    evidence: given === undefined ? inferred.evidence : [{ code: 'given' as const, value: given }],
  };
  const reason = reasonNotTested(spec, pair, given, inferred.untested);
  const kind = (pair.reference ?? pair.current)!.kind;
  return { ...base, reason, read: reason !== null ? null : kind === 'number' ? 'numbers' : 'values' };
}

function reasonNotTested(
  spec: ComparisonSpec,
  pair: { name: string; reference: ColumnProfile | null; current: ColumnProfile | null },
  given: Role | undefined,
  inferred: NotTestedReason | null,
): NotTestedReason | null {
  const { name, reference, current } = pair;
  if (spec.columns?.ignore?.includes(name)) return 'ignored';
  if (spec.columns?.include !== undefined && !spec.columns.include.includes(name)) return 'not_included';
  const shape = (reference ?? current)!.kind;
  const unreadableKind: NotTestedReason | null = shape === 'nested' ? 'nested' : shape === 'other' ? 'unsupported_type' : null;
  if (reference === null) return unreadableKind ?? 'only_in_current';
  if (current === null) return unreadableKind ?? 'only_in_reference';
  if (unreadableKind !== null && current.kind === reference.kind) return unreadableKind;
  if (reference.kind !== current.kind && !allNull(reference) && !allNull(current)) return 'type_changed';
  if (given !== undefined) return untestedRoles[given] ?? (shape === 'timestamp' ? 'timestamp' : null);
  if (spec.columns?.group === name) return 'identifier';
  return inferred;
}

/** No value at all on this side. */
export function allNull(profile: ColumnProfile): boolean {
  return profile.rows > 0 && profile.nulls + profile.nans >= profile.rows;
}
