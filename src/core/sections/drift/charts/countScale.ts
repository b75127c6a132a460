import { shareAxis } from '../../../charts/axes.ts';
import type { Histogram } from '../result.ts';

/** A bin so many times as large as the median one leaves the others a pixel or less of the picture. */
const steep = 100;

/** Whether one side of a histogram is better seen on a logarithmic scale: its largest bin is over 100 times its median non-empty one. */
export function needsLogScale({ reference, current }: Histogram): boolean {
  return [reference, current].some((counts) => {
    const filled = counts.filter((count) => count > 0).sort((a, b) => a - b);
    return (filled[filled.length - 1] ?? 0) > steep * (filled[(filled.length - 1) >> 1] ?? 0);
  });
}

/** The vertical scale of a histogram: where bars stand and end, and what its axis says. */
export interface CountScale {
  /** Where bars begin; an empty bin ends here too. */
  readonly floor: number;
  /** Upper end of the plot. */
  readonly top: number;
  readonly y: object;
}

/** Room above the tallest bar, for the words of the medians. */
const headroom = 1.06;

/**
 * The scale of the shares of rows. A logarithmic one has no zero: it begins at half of the smallest share there is, so that the bin that holds it
 * is a bar and an empty one is none; its lines stand at powers of ten.
 */
export function countScale(shares: readonly number[], log: boolean, locale: string): CountScale {
  const most = Math.max(...shares, 0.001);
  if (!log) {
    const top = most * headroom;
    return { floor: 0, top, y: { type: 'quantitative', scale: { domain: [0, top], nice: false }, axis: shareAxis(locale, null) } };
  }
  const floor = Math.min(...shares.filter((share) => share > 0), most) / 2;
  const top = most * (most / floor) ** (headroom - 1);
  const first = Math.ceil(Math.log10(floor));
  const powers = Array.from({ length: Math.floor(Math.log10(top)) - first + 1 }, (_, i) => Number(`1e${first + i}`));
  // About four lines: every power, or every second or third one.
  const every = Math.ceil(powers.length / 5);
  const values = powers.filter((_, i) => (powers.length - 1 - i) % every === 0);
  return {
    floor,
    top,
    y: {
      type: 'quantitative',
      scale: { type: 'log', domain: [floor, top], nice: false },
      axis: { ...(shareAxis(locale, null) as Record<string, unknown>), values },
    },
  };
}
