/** Key of an object that stands for a list of objects, by a column for each key; or, with null, for one object that has this very key. */
const marker = '\u0000';

interface Packed {
  readonly [marker]: readonly string[] | null;
  readonly c: readonly unknown[];
}

/**
 * The same JSON with every list of two or more objects of the same keys turned on its side: the keys once, then one list per key. What is alike
 * stands together then, and a compressor finds it. `unpacked` is its inverse. O(size).
 */
export function packed(value: unknown): unknown {
  if (Array.isArray(value)) {
    const keys = sharedKeys(value);
    if (keys === null) return value.map(packed);
    return { [marker]: keys, c: keys.map((key) => packed(value.map((entry: Record<string, unknown>) => entry[key]))) };
  }
  if (isMarked(value)) return { [marker]: null, c: [Object.keys(value), Object.values(value).map(packed)] };
  return mapped(value, packed);
}

/** What was `packed`, as it was. */
export function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (!isMarked(value)) return mapped(value, unpacked);
  const keys = value[marker];
  if (keys === null) {
    const [names = [], values = []] = value.c as [string[]?, unknown[]?];
    return Object.fromEntries(names.map((name, i) => [name, unpacked(values[i])]));
  }
  const columns = value.c.map(unpacked) as (readonly unknown[])[];
  return (columns[0] ?? []).map((_, row) => Object.fromEntries(keys.map((key, i) => [key, columns[i]?.[row]])));
}

function isMarked(value: unknown): value is Packed {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, marker);
}

/** Keys of all entries in the order of the first; null unless they are two or more plain objects with the same keys, at least one. */
function sharedKeys(list: readonly unknown[]): readonly string[] | null {
  if (list.length < 2) return null;
  let keys: readonly string[] | null = null;
  for (const entry of list) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return null;
    const own = Object.keys(entry);
    keys ??= own;
    if (Object.values(entry).includes(undefined)) return null;
    if (own.length === 0 || own.length !== keys.length || !keys.every((key) => Object.hasOwn(entry, key))) return null;
  }
  return keys;
}

function mapped(value: unknown, change: (inner: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}
