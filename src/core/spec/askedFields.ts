import type { Asked } from './asked.ts';
import { type AnyShape, type Shape, shapeOf } from './shape.ts';

/** A field that can be asked for, wherever it stands. */
export interface AskedField extends Asked {
  readonly path: readonly string[];
  readonly shape: AnyShape;
}

/** All optional fields below a shape, those of objects within objects after their own. */
export function askedFields(shape: AnyShape, path: readonly string[] = []): AskedField[] {
  const { node } = shape;
  if (node.is !== 'fields') return [];
  return Object.entries(node.of).flatMap(([key, field]): AskedField[] => {
    const at = [...path, key];
    const own = 'optional' in field ? [{ ...field, path: at, shape: field.optional }] : [];
    return [...own, ...askedFields(shapeOf(field), at)];
  });
}

/** An object with values at their paths. */
export function placed(values: readonly (readonly [path: readonly string[], value: unknown])[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [path, value] of values) {
    let at = object;
    for (const key of path.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    at[path.at(-1)!] = value;
  }
  return object;
}

/** What holds where nothing is said. */
export function standards<T>(shape: Shape<T>): T {
  const said = askedFields(shape).flatMap(({ path, standard }) => (standard === undefined ? [] : [[path, standard] as const]));
  return placed(said) as T;
}
