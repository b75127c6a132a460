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

/** What was `packed`, as it was. Takes over `value`: lists and objects in it are changed in place, which is quick for a report of many columns. */
export function unpacked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return unpackedList(value);
  if (!isMarked(value)) {
    const inner = value as Record<string, unknown>;
    for (const key of Object.keys(inner)) {
      const part = inner[key];
      if (typeof part === 'object' && part !== null) put(inner, key, unpacked(part));
    }
    return inner;
  }
  const keys = value[marker];
  if (keys === null) {
    const [names = [], values = []] = value.c as [string[]?, unknown[]?];
    return Object.fromEntries(names.map((name, i) => [name, unpacked(values[i])]));
  }
  const columns = value.c.map(unpacked) as (readonly unknown[])[];
  return (columns[0] ?? []).map((_, row) => {
    const entry: Record<string, unknown> = {};
    for (let i = 0; i < keys.length; i++) put(entry, keys[i]!, columns[i]![row]);
    return entry;
  });
}

function unpackedList(list: unknown[]): unknown[] {
  for (let i = 0; i < list.length; i++) {
    const part = list[i];
    if (typeof part === 'object' && part !== null) list[i] = unpacked(part);
  }
  return list;
}

/** Sets a property of an object's own, whatever its name. */
function put(entry: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(entry, key, { value, enumerable: true, configurable: true, writable: true });
  else entry[key] = value;
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
