import type { FileFormat } from '../core/report/spec.ts';

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

const fileFormats = ['csv', 'json', 'parquet', 'arrow'] as const;

/** Formats by the end of a file name, and the entries that cannot be meant. Ends are taken without regard to case; a dot is added where it lacks. */
export function fileSuffixes(value: unknown): { readonly suffixes: Record<string, FileFormat>; readonly wrong: readonly string[] } {
  const suffixes: Record<string, FileFormat> = {};
  const wrong: string[] = [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { suffixes, wrong: value === undefined || value === null ? [] : [JSON.stringify(value)] };
  }
  for (const [end, wished] of Object.entries(value)) {
    const suffix = `.${end.replace(/^\./, '').toLowerCase()}`;
    const format = fileFormats.find((candidate) => candidate === wished);
    // `.gz` and `.zst` say how a file is packed, not what it holds.
    if (format === undefined || !/^\.[\p{L}\p{N}_+-]{1,32}$/u.test(suffix) || suffix === '.gz' || suffix === '.zst') {
      wrong.push(`${JSON.stringify(end)}: ${JSON.stringify(wished)}`);
    } else suffixes[suffix] = format;
  }
  return { suffixes, wrong };
}
