import type { RowSelection } from '../../../data/rowsPage.ts';
import type { Histogram } from '../result.ts';

/** The rows counted in a bin: the first and the last take all values beyond, and the last its upper edge. */
export function binSelection(histogram: Histogram, index: number): RowSelection {
  const last = histogram.edges.length - 2;
  return {
    kind: 'range',
    from: index === 0 ? null : histogram.edges[index]!,
    to: index === last ? null : histogram.edges[index + 1]!,
  };
}
