import type { ChoiceChanges, Choices, ColumnChoice, KeptColumn } from '../core/spec/choices.ts';
import type { EvaluateSpec, MeasureLimit } from '../core/spec/spec.ts';

/** `change` over `before`: null clears, undefined leaves as it was. */
function pick<T>(before: T | undefined, change: T | null | undefined): T | undefined {
  return change === null ? undefined : (change ?? before);
}

function mergeColumn(before: KeptColumn, change: ColumnChoice): KeptColumn {
  const role = pick(before.role, change.role);
  const kind = pick(before.kind, change.kind);
  const limit = pick(before.limit, change.limit);
  const ignored = change.ignored ?? before.ignored;
  return {
    ...(role === undefined ? {} : { role }),
    ...(kind === undefined ? {} : { kind }),
    ...(ignored === undefined ? {} : { ignored }),
    ...(limit === undefined ? {} : { limit }),
  };
}

function mergeColumns(before: Choices['columns'] = {}, changes: ChoiceChanges['columns'] = {}): Record<string, KeptColumn> {
  // A column may be called like something every object has.
  const columns = new Map(Object.entries(before));
  for (const [name, change] of Object.entries(changes)) {
    const merged = mergeColumn(columns.get(name) ?? {}, change);
    if (Object.keys(merged).length > 0) columns.set(name, merged);
    else columns.delete(name);
  }
  return Object.fromEntries(columns);
}

/** The choices of a pair after further ones: what they do not name stays, and what they clear is found by itself again. */
export function mergeChoices(before: Choices, changes: ChoiceChanges): Choices {
  const chunk = changes.chunk ?? before.chunk;
  const profile = changes.profile ?? before.profile;
  const { timestamp } = changes;
  const time = timestamp === undefined ? before.timestamp : typeof timestamp === 'object' && timestamp !== null ? undefined : timestamp;
  const columns = mergeColumns(before.columns, changes.columns);
  const evaluate = changes.evaluate ?? before.evaluate;
  return {
    ...(chunk === undefined ? {} : { chunk }),
    ...(profile === undefined ? {} : { profile }),
    ...(time === undefined ? {} : { timestamp: time }),
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(evaluate === undefined || Object.keys(evaluate).length === 0 ? {} : { evaluate }),
  };
}

/** Whether nothing is chosen. */
export function noChoices(choices: Choices): boolean {
  return Object.keys(choices).length === 0;
}

/** What was chosen of an evaluation, of all that it was made by: without the bounds that the settings say themselves, so that these still hold when they change. */
export function ownEvaluation({ limits = {}, ...parts }: EvaluateSpec, measureLimits: EvaluateSpec['limits'] = {}): EvaluateSpec {
  const settings = new Map(Object.entries(measureLimits));
  const own = Object.entries(limits).flatMap(([measure, limit]): [string, MeasureLimit][] => {
    const said = new Map(Object.entries(settings.get(measure) ?? {}));
    const bounds = Object.entries(limit).filter(([bound, value]) => said.get(bound) !== value);
    return bounds.length > 0 ? [[measure, Object.fromEntries(bounds)]] : [];
  });
  return { ...parts, ...(own.length > 0 ? { limits: Object.fromEntries(own) } : {}) };
}
