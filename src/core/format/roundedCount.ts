import { formatCount } from './count.ts';

const digits = 2;

/**
 * A number of things that is an estimate, for sentences that say "about": two digits, rounded up, for it is said of rows that would be enough.
 * "45,000" for 44,321; numbers below 100 keep all of theirs.
 */
export function formatRoundedCount(n: number, locale: string): string {
  if (!(n >= 100)) return formatCount(Math.ceil(n), locale);
  const step = 10 ** (Math.floor(Math.log10(n)) + 1 - digits);
  return formatCount(Math.ceil(n / step) * step, locale);
}
