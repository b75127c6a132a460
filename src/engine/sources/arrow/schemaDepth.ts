import type { Field, Schema } from 'apache-arrow';

/** Levels of nested columns that are read. */
export const deepestArrow = 100;

/** Levels of the deepest column: 1 for a plain one. O(fields), without calling itself. */
export function schemaDepth(schema: Schema): number {
  let deepest = 0;
  let level: readonly Field[] = schema.fields;
  while (level.length > 0) {
    deepest++;
    level = level.flatMap(({ type }) => (type.children as readonly Field[] | undefined | null) ?? []);
  }
  return deepest;
}
