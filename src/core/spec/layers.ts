import { standards } from './askedFields.ts';
import type { Choices } from './choices.ts';
import { type comparisonSpec, type SpecLayer, specLayer } from './comparisonSpec.ts';
import { datasetOf } from './datasetOf.ts';
import { type AnyShape, type Of, shapeOf } from './shape.ts';
import type { DatasetSpec } from './spec.ts';

/** A dataset as it is written, or one that takes more to name. */
export type AskedDataset = string | DatasetSpec;

/** What a comparison is about, or predictions to evaluate, which may go without a reference. */
export interface AskedPair {
  readonly reference: AskedDataset | null;
  readonly current: AskedDataset;
  /** Whether current (and reference) are predictions to evaluate. */
  readonly evaluate: boolean;
}

/**
 * The one merge: what holds by default, and above it the layers in their order (settings, a file, choices that were remembered, arguments). Objects
 * are merged field by field and name by name, so that a bound of a measure leaves its others as they are; of everything else the last word counts.
 * Columns are left out by any layer, until a later one keeps them. What is said of an evaluation is passed over by a comparison.
 */
export function specOf(pair: AskedPair, layers: readonly SpecLayer[]): Of<typeof comparisonSpec> {
  const all = [standards(specLayer), ...layers];
  const {
    columns: { keep: _, ignore: __, ...columns } = {},
    evaluate,
    ...merged
  } = all.reduce((below, above) => over(specLayer, below, above) as SpecLayer);
  const ignored = ignoredBy(all);
  const asDataset = (asked: AskedDataset): DatasetSpec => (typeof asked === 'string' ? datasetOf(asked, merged.suffixes) : asked);
  const told = { ...(ignored.length > 0 ? { ignore: ignored } : {}), ...columns };
  return {
    reference: pair.reference === null ? null : asDataset(pair.reference),
    current: asDataset(pair.current),
    ...merged,
    ...(Object.keys(told).length > 0 ? { columns: told } : {}),
    ...(pair.evaluate ? { evaluate: evaluate ?? {} } : {}),
  };
}

/** What was chosen for a pair as a layer. */
export function choicesLayer({ columns = {}, timestamp, ...others }: Choices): SpecLayer {
  const chosen = Object.entries(columns);
  const of = <K extends 'role' | 'kind' | 'limit'>(key: K) =>
    chosen.flatMap(([name, { [key]: value }]) => (value === undefined ? [] : [[name, value] as const]));
  const named = (ignored: boolean) => chosen.flatMap(([name, column]) => (column.ignored === ignored ? [name] : []));
  const [roles, types, limits] = [of('role'), of('kind'), of('limit')];
  const [ignore, keep] = [named(true), named(false)];
  return {
    ...others,
    columns: {
      ...(timestamp === undefined ? {} : { timestamp }),
      ...(roles.length > 0 ? { roles: Object.fromEntries(roles) } : {}),
      ...(types.length > 0 ? { types: Object.fromEntries(types) } : {}),
      ...(limits.length > 0 ? { limits: Object.fromEntries(limits) } : {}),
      ...(ignore.length > 0 ? { ignore } : {}),
      ...(keep.length > 0 ? { keep } : {}),
    },
  };
}

function ignoredBy(layers: readonly SpecLayer[]): string[] {
  const ignored = new Set<string>();
  for (const { columns = {} } of layers) {
    for (const name of columns.keep ?? []) ignored.delete(name);
    for (const name of columns.ignore ?? []) ignored.add(name);
  }
  return [...ignored];
}

function over({ node }: AnyShape, below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (below === undefined || (node.is !== 'fields' && node.is !== 'byName')) return above;
  const merged = new Map(Object.entries(below as object));
  for (const [key, value] of Object.entries(above as object)) {
    const part = node.is === 'byName' ? node.of : shapeOf(node.of[key]!);
    merged.set(key, over(part, merged.get(key), value));
  }
  return Object.fromEntries(merged);
}
