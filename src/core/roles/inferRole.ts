import type { NotTestedReason } from '../check/verdict.ts';
import type { ColumnProfile } from '../data/columnProfile.ts';
import type { RoleEvidence } from '../sections/drift/result.ts';
import type { Role } from '../spec/spec.ts';
import { nameHint } from './nameHints.ts';

export interface InferredRole {
  readonly role: Role;
  /** Why, strongest first. */
  readonly evidence: readonly RoleEvidence[];
  /** Set when a column of this role or content is not drift-tested as a feature. */
  readonly untested: NotTestedReason | null;
}

const uniqueShare = 0.98;
const repeatedIdShare = 0.2;
const freeTextWords = 4;
const freeTextLength = 60;
const freeTextDistinctShare = 0.3;

/**
 * Infers the role of a column from name, type, cardinality, uniqueness and order on both sides (either may be absent).
 * Identifiers, free text, timestamps, constants (the same single value on both sides) and nested columns are named and not drift-tested.
 */
export function inferRole(reference: ColumnProfile | null, current: ColumnProfile | null): InferredRole {
  const profile = reference ?? current;
  if (profile === null) throw new Error('A column stands in at least one dataset');
  const kindEvidence: RoleEvidence = { code: 'type', value: profile.physicalType };
  if (profile.kind === 'nested') return { role: 'ignore', evidence: [{ code: 'nested', value: profile.physicalType }], untested: 'nested' };
  if (profile.kind === 'other') return { role: 'ignore', evidence: [kindEvidence], untested: 'unsupported_type' };
  if (profile.kind === 'timestamp') {
    const evidence: RoleEvidence[] = /TIME|DATE/i.test(profile.physicalType)
      ? [kindEvidence]
      : [{ code: 'parses_as_time', value: null }, kindEvidence];
    const hint = nameHint(profile.name, 'timestamp');
    return { role: 'timestamp', evidence: hint === null ? evidence : [...evidence, { code: 'name', value: hint }], untested: 'timestamp' };
  }
  const id = identifier(reference, current);
  if (id !== null) return { role: 'id', evidence: id, untested: 'identifier' };
  const text = freeText(profile);
  if (text !== null) return { role: 'ignore', evidence: text, untested: 'free_text' };
  const constant = isConstant(reference) && isConstant(current) && reference?.examples[0] === current?.examples[0];
  const untested: NotTestedReason | null = constant ? 'constant' : null;
  const constantEvidence: RoleEvidence[] = constant ? [{ code: 'constant', value: profile.examples[0] ?? null }] : [];
  for (const role of ['score', 'prediction', 'target'] as const) {
    const hint = nameHint(profile.name, role);
    if (hint === null) continue;
    if (role === 'score' && !betweenZeroAndOne(profile)) continue;
    const scale: RoleEvidence[] = role === 'score' ? [{ code: 'between_0_and_1', value: null }] : [];
    return { role, evidence: [...constantEvidence, { code: 'name', value: hint }, ...scale, kindEvidence], untested };
  }
  const few: RoleEvidence[] = profile.distinct <= 20 ? [{ code: 'few_values', value: profile.distinct }] : [];
  return { role: 'feature', evidence: [...constantEvidence, kindEvidence, ...few], untested };
}

function present(profile: ColumnProfile): number {
  return profile.rows - profile.nulls - profile.nans;
}

function share(profile: ColumnProfile): number {
  const usable = present(profile);
  return usable === 0 ? 0 : Math.min(1, profile.distinct / usable);
}

function isConstant(profile: ColumnProfile | null): boolean {
  return profile !== null && present(profile) > 0 && profile.distinct <= 1;
}

function betweenZeroAndOne(profile: ColumnProfile): boolean {
  return profile.kind === 'number' && profile.min !== null && profile.max !== null && profile.min >= 0 && profile.max <= 1;
}

/**
 * Evidence that a column identifies rows or things: whole numbers or texts that (almost) never repeat, with a name or an order that says so,
 * or a name ending in "id" with many distinct values. Measurements that happen to be unique (decimals) are not identifiers.
 */
function identifier(reference: ColumnProfile | null, current: ColumnProfile | null): RoleEvidence[] | null {
  const profile = reference ?? current;
  if (profile === null || profile.kind === 'boolean') return null;
  if (profile.kind === 'number' && !profile.integer) return null;
  const usable = present(profile);
  if (usable < 2) return null;
  const unique = share(profile);
  const hint = nameHint(profile.name, 'id');
  const evidence: RoleEvidence[] = [];
  if (hint !== null) evidence.push({ code: 'name', value: hint });
  if (unique >= uniqueShare) evidence.push({ code: 'unique', value: unique });
  else if (unique >= repeatedIdShare) evidence.push({ code: 'high_cardinality', value: profile.distinct });
  if (profile.increasing === 'strict') evidence.push({ code: 'increasing', value: null });
  const counts = (code: RoleEvidence['code']) => evidence.some((e) => e.code === code);
  const manyRows = usable >= 50;
  if (hint !== null && (counts('unique') || (counts('high_cardinality') && manyRows))) return evidence;
  if (counts('unique') && counts('increasing') && usable >= 20) return evidence;
  if (profile.kind === 'text' && unique >= 0.9 && profile.meanWords < 2 && manyRows)
    return counts('unique') ? evidence : [{ code: 'unique', value: unique }, ...evidence];
  return null;
}

function freeText(profile: ColumnProfile): RoleEvidence[] | null {
  if (profile.kind !== 'text') return null;
  const wordy = profile.meanWords >= freeTextWords || profile.meanLength >= freeTextLength;
  if (!wordy || share(profile) < freeTextDistinctShare || profile.distinct <= 20) return null;
  return [
    { code: 'many_words', value: profile.meanWords },
    { code: 'unique', value: share(profile) },
  ];
}
