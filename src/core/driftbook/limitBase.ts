/** What a value is held against: the reference dataset, the run before, or a limit that kept runs give. */
export type LimitBase =
  | { readonly kind: 'reference' | 'previous' }
  /** A percentile of the values of so many runs before. */
  | { readonly kind: 'percentile'; readonly percentile: number; readonly runs: number }
  /** The mean of the values of so many runs before, give or take so many standard deviations. */
  | { readonly kind: 'band'; readonly deviations: number; readonly runs: number };

const percentile = /^p(?<percentile>[1-9]\d?)\((?<runs>[2-9]|[1-9]\d{1,3}) runs\)$/;
const band = /^mean(?:±|\+-)(?<deviations>[1-9]\d?(?:\.\d+)?|0?\.\d{1,9})sd\((?<runs>[2-9]|[1-9]\d{1,3}) runs\)$/;

/** How what a value is held against is written. */
export const limitBasePattern =
  /^(?:reference|previous|(?:p[1-9]\d?|mean(?:±|\+-)(?:[1-9]\d?(?:\.\d+)?|0?\.\d{1,9})sd)\((?:[2-9]|[1-9]\d{1,3}) runs\))$/;

/** What `to` says; it must be written as it should. */
export function limitBase(to: string): LimitBase {
  const { percentile: share, runs: over } = percentile.exec(to)?.groups ?? {};
  if (share !== undefined) return { kind: 'percentile', percentile: Number(share), runs: Number(over) };
  const { deviations, runs: around } = band.exec(to)?.groups ?? {};
  if (deviations !== undefined) return { kind: 'band', deviations: Number(deviations), runs: Number(around) };
  return { kind: to === 'previous' ? 'previous' : 'reference' };
}
