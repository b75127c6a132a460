/**
 * Values of settings as people wrote them: the editor marks what is wrong, but hands it on all the same. What cannot be meant is left out.
 */

/** One of `allowed`, else the first of them. */
export function oneOf<T extends string>(value: unknown, allowed: readonly [T, ...T[]]): T {
  return allowed.find((candidate) => candidate === value) ?? allowed[0];
}

/** Texts of a list. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** A whole number within its bounds, else the fallback. */
export function wholeNumber(value: unknown, least: number, most: number, fallback: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fallback;
  return Math.min(most, Math.max(least, Math.round(value)));
}

/** Whether a limit of a column makes sense: a share of rows above none and up to all. */
export function isLimit(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= 1;
}

/** Limits by column. */
export function limits(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, number] => isLimit(entry[1])));
}
