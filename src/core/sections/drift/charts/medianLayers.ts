import type { ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { fill } from '../../../format/fill.ts';
import { type Typed, valueText } from '../../../format/valueText.ts';

interface Median {
  readonly x: number | null;
  readonly side: 'reference' | 'current';
}

/**
 * Dashed lines at the medians with their numbers above the plot. The left one is written to its left and the right one
 * to its right, so that they never meet; near an edge both stand on the inner side, one above the other.
 */
export function medianLayers(
  medians: readonly Median[],
  domain: readonly [number, number],
  x: object,
  words: ChartWords,
  of?: Typed,
): object[] {
  const inside = medians.filter(
    (median): median is Median & { x: number } => median.x !== null && median.x >= domain[0] && median.x <= domain[1],
  );
  const where = (value: number): number => (value - domain[0]) / (domain[1] - domain[0] || 1);
  const ordered = [...inside].sort((a, b) => a.x - b.x);
  return ordered.flatMap((median, index) => {
    const last = index === ordered.length - 1;
    const wish = last && where(median.x) < 0.72 ? 'left' : 'right';
    const align = wish === 'right' && where(median.x) < 0.28 ? 'left' : wish;
    const row = median.side === 'reference' ? 0 : 1;
    const colour = median.side === 'reference' ? markColours.referenceLine : markColours.current;
    const datum = { x: median.x, t: fill(words.labels.median, valueText(of, median.x, words.locale)) };
    const encoding = { x: { ...x, field: 'x' } };
    return [
      {
        data: { values: [datum] },
        mark: { type: 'rule', color: colour, strokeDash: [3, 3], strokeWidth: 1.2, y: row === 0 ? -24 : -11, y2: { expr: 'height' } },
        encoding,
      },
      {
        data: { values: [datum] },
        mark: { type: 'text', align, baseline: 'middle', dx: align === 'left' ? 5 : -5, y: row === 0 ? -20 : -7 },
        encoding: { ...encoding, text: { field: 't', type: 'nominal' } },
      },
    ];
  });
}
