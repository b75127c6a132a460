import type { ColumnProfile } from '../data/columnProfile.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import { nameWords } from './nameHints.ts';

/** What a resource is summarised by. */
export type ResourceFigure = 'mean' | 'median' | 'p95';
export const resourceFigures: readonly ResourceFigure[] = ['mean', 'median', 'p95'];

/** A column that says what training or predicting cost. */
export interface ResourceColumn {
  readonly column: string;
  readonly evidence: 'given' | 'name';
}

/** Something that is spent and, behind it, the unit it is counted in: `training_seconds`, `latency_ms`, `peak_memory_mb`. */
const spent =
  /(^| )(training|train|fit|fitting|inference|predict|prediction|scoring|serving|latency|response|cpu|gpu|memory|mem|rss|energy)( (time|duration|usage|used|peak|load))* (ms|millis|milliseconds|s|sec|secs|second|seconds|minutes|hours|us|µs|ns|kb|mb|gb|kib|mib|gib|bytes|wh|kwh|joules)$/;

/** Column and figure of a limit such as `p95(latency_ms)`; null for the name of a measure. */
export function resourceLimit(name: string): { readonly figure: ResourceFigure; readonly column: string } | null {
  const [, figure, column] = /^(mean|median|p95)\((.+)\)$/s.exec(name) ?? [];
  return figure === undefined ? null : { figure: figure as ResourceFigure, column: column! };
}

/**
 * Number columns that are resources: those the spec names or sets a limit for, else those whose name says what is spent and in which unit. What has
 * another part or role is none.
 */
export function resourceColumns(spec: ComparisonSpec, profiles: readonly ColumnProfile[], parts: ReadonlySet<string>): ResourceColumn[] {
  const { resources, limits = {} } = spec.evaluate ?? {};
  const limited = Object.keys(limits).flatMap((name) => resourceLimit(name)?.column ?? []);
  const given = new Set([...(resources ?? []), ...limited]);
  const numbers = profiles.filter(({ kind }) => kind === 'number');
  const roles = spec.columns?.roles ?? {};
  const named = (name: string): boolean =>
    resources === undefined && !parts.has(name) && roles[name] === undefined && spent.test(nameWords(name));
  return numbers.flatMap(({ name }): ResourceColumn[] =>
    given.has(name) ? [{ column: name, evidence: 'given' }] : named(name) ? [{ column: name, evidence: 'name' }] : [],
  );
}
