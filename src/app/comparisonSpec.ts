import type { ComparisonSpec, EvaluateSpec, FileFormat, MeasureLimit, ProfileName } from '../core/report/spec.ts';
import type { Choices, KeptColumn } from './choices.ts';
import type { Pair } from './pair.ts';

/** What the settings say of every comparison. */
export interface SpecSettings {
  readonly profile: ProfileName;
  readonly nullValues: readonly string[];
  readonly dateOrder: 'none' | 'dmy' | 'mdy';
  readonly ignoredColumns: readonly string[];
  readonly limits: Readonly<Record<string, number>>;
  readonly measureLimits: Readonly<Record<string, MeasureLimit>>;
  readonly suffixes: Readonly<Record<string, FileFormat>>;
}

/** How predictions are evaluated: bound by bound, a limit that was chosen stands above that of the settings. */
function evaluateSpec(settings: SpecSettings, { limits: chosen = {}, ...parts }: EvaluateSpec): EvaluateSpec {
  const limits = new Map(Object.entries(settings.measureLimits));
  for (const [measure, limit] of Object.entries(chosen)) limits.set(measure, { ...limits.get(measure), ...limit });
  return { ...parts, ...(limits.size > 0 ? { limits: Object.fromEntries(limits) } : {}) };
}

/** What was chosen of an evaluation, of all that it was made by: without the bounds that the settings say themselves, so that these still hold when they change. */
export function ownEvaluation({ limits = {}, ...parts }: EvaluateSpec, measureLimits: SpecSettings['measureLimits']): EvaluateSpec {
  const settings = new Map(Object.entries(measureLimits));
  const own = Object.entries(limits).flatMap(([measure, limit]): [string, MeasureLimit][] => {
    const said = new Map(Object.entries(settings.get(measure) ?? {}));
    const bounds = Object.entries(limit).filter(([bound, value]) => said.get(bound) !== value);
    return bounds.length > 0 ? [[measure, Object.fromEntries(bounds)]] : [];
  });
  return { ...parts, ...(own.length > 0 ? { limits: Object.fromEntries(own) } : {}) };
}

/** The comparison of a pair: by the settings, save for what was chosen for the pair itself. */
export function comparisonSpec(pair: Pair, settings: SpecSettings, choices: Choices): ComparisonSpec {
  const chosen = Object.entries(choices.columns ?? {});
  const of = <K extends keyof KeptColumn>(key: K): [string, NonNullable<KeptColumn[K]>][] =>
    chosen.flatMap(([name, column]) => (column[key] === undefined ? [] : [[name, column[key]]]));
  const ignored = new Set(settings.ignoredColumns);
  for (const [name, leaveOut] of of('ignored')) {
    if (leaveOut) ignored.add(name);
    else ignored.delete(name);
  }
  const limits = Object.fromEntries([...Object.entries(settings.limits), ...of('limit')]);
  const roles = Object.fromEntries(of('role'));
  const types = Object.fromEntries(of('kind'));
  const columns = {
    ...(ignored.size > 0 ? { ignore: [...ignored] } : {}),
    ...(Object.keys(roles).length > 0 ? { roles } : {}),
    ...(Object.keys(types).length > 0 ? { types } : {}),
    ...(choices.timestamp === undefined ? {} : { timestamp: choices.timestamp }),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
  };
  return {
    reference: pair.reference === null ? null : { path: pair.reference },
    current: { path: pair.current },
    profile: choices.profile ?? settings.profile,
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(choices.chunk === undefined ? {} : { chunk: choices.chunk }),
    ...(pair.evaluate ? { evaluate: evaluateSpec(settings, choices.evaluate ?? {}) } : {}),
    ...(settings.nullValues.length > 0 ? { nullValues: settings.nullValues } : {}),
    ...(settings.dateOrder === 'none' ? {} : { dateOrder: settings.dateOrder }),
    ...(Object.keys(settings.suffixes).length > 0 ? { suffixes: settings.suffixes } : {}),
  };
}
