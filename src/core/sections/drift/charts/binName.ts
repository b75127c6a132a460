import type { ChartWords } from '../../../charts/chart.ts';
import { fill } from '../../../format/fill.ts';
import { type Typed, valueText } from '../../../format/valueText.ts';
import type { Histogram } from '../result.ts';

/** A bin in words (of the column `of`, whose values may be times of day): its one value, its bounds, or the one bound of an outer bin that holds all values beyond. */
export function binName(histogram: Histogram, index: number, { locale, labels }: ChartWords, of?: Typed): string {
  const say = (value: number): string => valueText(of, value, locale);
  const { clipped, discrete, edges } = histogram;
  const from = edges[index]!;
  const to = edges[index + 1]!;
  const centred = discrete && to - from <= 1;
  const low = centred ? Math.round((from + to) / 2) : from;
  const high = centred ? low : to;
  if (index === 0 && clipped.belowReference + clipped.belowCurrent > 0) {
    return fill(centred ? labels.binUpTo : labels.binBelow, say(high));
  }
  if (index === edges.length - 2 && clipped.aboveReference + clipped.aboveCurrent > 0) return fill(labels.binFrom, say(low));
  return centred ? say(low) : `${say(from)} – ${say(to)}`;
}
