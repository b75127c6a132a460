import type { ColumnProfile } from '../data/columnProfile.ts';
import type { ColumnPick, PickEvidence, TargetPick } from '../report/evaluationColumns.ts';
import type { ComparisonSpec, Role } from '../spec/spec.ts';
import type { ColumnSample } from './columnSample.ts';
import { nameHint } from './nameHints.ts';
import type { FileColumns } from './pickTarget.ts';

/** Where columns that play a part are looked for. */
export interface Search {
  readonly spec: ComparisonSpec;
  /** Columns of current that may play a part. */
  readonly profiles: readonly ColumnProfile[];
  readonly sample: ColumnSample;
  readonly reference: FileColumns | null;
}

/** No column. */
export const none: ColumnPick = { column: null, evidence: [], alternatives: [] };
/** Of a target that was not looked for by its fit. */
export const noTarget: Omit<TargetPick, keyof ColumnPick> = { ranked: [], open: false };

/** Columns that may play a part. */
export function usable(spec: ComparisonSpec, profiles: readonly ColumnProfile[]): readonly ColumnProfile[] {
  const left = new Set(spec.columns?.ignore ?? []);
  return profiles.filter((p) => !left.has(p.name) && p.kind !== 'nested' && p.kind !== 'other');
}

/** What the spec says of a part: a name, null for none, undefined where it is silent. */
export function given(search: Search, part: 'target' | 'prediction' | 'score' | 'user' | 'item' | 'relevance'): string | null | undefined {
  const named = search.spec.evaluate?.[part];
  if (named !== undefined) return named;
  const roles = search.spec.columns?.roles ?? {};
  const columns = search.profiles.filter((p) => roles[p.name] === part).map((p) => p.name);
  return columns.length === 1 ? columns[0] : undefined;
}

/** Columns that no role keeps from a part. */
export function free(search: Search, role: Role): readonly ColumnProfile[] {
  const roles = search.spec.columns?.roles ?? {};
  return search.profiles.filter((p) => (roles[p.name] ?? role) === role && p.kind !== 'timestamp');
}

/** A pick, and what else it could have been. */
export function pick(column: string | null, evidence: readonly PickEvidence[], alternatives: readonly string[]): ColumnPick {
  return { column, evidence, alternatives: alternatives.filter((name) => name !== column) };
}

/** Number columns between 0 and 1 that are no flags; those with a score's name first. */
export function scoreCandidates(search: Search): string[] {
  const fits = free(search, 'score').filter(
    (p) => p.kind === 'number' && search.sample.numbers.has(p.name) && (nameHint(p.name, 'score') !== null || isShare(p)),
  );
  const hinted = fits.filter((p) => nameHint(p.name, 'score') !== null);
  return [...hinted, ...fits.filter((p) => !hinted.includes(p))].map((p) => p.name);
}

/** Whether a column holds shares: numbers from 0 to 1 that are not all whole. */
export function isShare(p: ColumnProfile): boolean {
  return !p.integer && p.min !== null && p.max !== null && p.min >= 0 && p.max <= 1;
}
