/** A path that nobody should see, and what is shown in its place. */
export interface ShownPath {
  readonly path: string;
  readonly shown: string;
}

/** A copy of plain data in which paths of temporary copies are replaced wherever they stand, in messages of a reader too. O(size). */
export function replacePaths<T>(value: T, paths: readonly ShownPath[]): T {
  return walk(value) as T;

  function walk(one: unknown): unknown {
    if (typeof one === 'string') return paths.reduce((text, { path, shown }) => text.replaceAll(path, () => shown), one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null || Object.getPrototypeOf(one) !== Object.prototype) return one;
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, walk(part)]));
  }
}
