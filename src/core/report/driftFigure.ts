import type { ColumnReport } from '../sections/drift/result.ts';

/** A number among those beside the verdict of a window: by its key, and the field in it (null: the value itself). Null where there is none. */
export function driftFigure(measures: ColumnReport['measures'], key: string, field: string | null): number | null {
  const value = fieldOf(measures, key);
  const found = field === null ? value : fieldOf(value, field);
  return typeof found === 'number' ? found : null;
}

/** Whether a window has a measure, if without a number. */
export function hasDriftFigure(measures: ColumnReport['measures'], key: string): boolean {
  return fieldOf(measures, key) !== null;
}

function fieldOf(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Readonly<Record<string, unknown>>)[name] : null;
}
