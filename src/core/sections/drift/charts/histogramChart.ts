import { valueAxis } from '../../../charts/axes.ts';
import type { Chart, ChartKey, ChartTable, ChartWindow, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { place } from '../../../charts/plane.ts';
import { tip } from '../../../charts/tip.ts';
import { sharesOfCounts, windowCell } from '../../../charts/window.ts';
import { fill } from '../../../format/fill.ts';
import { formatShare } from '../../../format/share.ts';
import { isClock, valueText } from '../../../format/valueText.ts';
import type { ColumnReport, Histogram } from '../result.ts';
import { binName } from './binName.ts';
import { binSelection } from './binSelection.ts';
import { countScale, needsLogScale } from './countScale.ts';
import { medianLayers } from './medianLayers.ts';

const height = 190;

/** What is drawn: the shares of both sides in the bins of a column. */
interface Drawn {
  readonly column: ColumnReport;
  readonly histogram: Histogram;
  readonly window: ChartWindow;
  readonly reference: readonly number[];
  readonly current: readonly number[];
  readonly domain: [number, number];
  readonly scale: ReturnType<typeof countScale>;
  /** Names of the bins. */
  readonly names: readonly string[];
}

/**
 * Both distributions over each other: grey bars of reference, the accent outline of current, dashed medians; with `log` the shares of rows on a
 * logarithmic scale. Values always stand on a linear one: bins are equally wide, and on a logarithmic one the first would be half of the
 * picture. Null without a histogram.
 */
export function histogramChart(column: ColumnReport, window: ChartWindow, words: ChartWords, log = false): Chart | null {
  const { histogram } = column;
  if (histogram === null || histogram.edges.length < 2) return null;
  const drawn = drawnOf(column, histogram, window, log, words);
  const title = log ? words.labels.axisShareOfRowsLog : words.labels.axisShareOfRows;
  return {
    spec: frame(height, layers(drawn, title, words), { ...plainPadding, top: 36 }),
    description: fill(words.labels.chartDistribution, column.name, window.name),
    table: table(drawn, words),
    keys: keys(column, histogram, window, words),
    logScale: needsLogScale(histogram),
    picks: drawn.names.map((name, i) => ({ name, selection: binSelection(histogram, i) })),
  };
}

function drawnOf(column: ColumnReport, histogram: Histogram, window: ChartWindow, log: boolean, words: ChartWords): Drawn {
  const { edges } = histogram;
  const reference = sharesOfCounts(histogram.reference);
  const current = sharesOfCounts(windowCell(column, window)?.counts ?? histogram.current);
  return {
    column,
    histogram,
    window,
    reference,
    current,
    domain: [edges[0]!, edges[edges.length - 1]!],
    scale: countScale([...reference, ...current], log, words.locale),
    names: reference.map((_, i) => binName(histogram, i, words, column)),
  };
}

function layers(drawn: Drawn, title: string, words: ChartWords): object[] {
  const { column, histogram, current, domain, scale, window } = drawn;
  const { floor, y } = scale;
  const x = {
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: valueAxis(domain, { whole: histogram.discrete, clock: isClock(column) }),
  };
  const bins = binsOf(drawn, words.locale);
  const medians = mediansOf(drawn);
  const outlined = current.map((share) => Math.max(floor, share));
  // The title of the axis keeps out of the way of the medians' words.
  const onLeft = medians.every((median) => median.x === null || median.x - domain[0] > (domain[1] - domain[0]) * 0.36);
  return [
    {
      data: { values: bins },
      mark: { type: 'bar', color: markColours.reference, binSpacing: 1 },
      encoding: { x: { ...x, field: 'a', bin: 'binned' }, x2: { field: 'b' }, y: { ...y, field: 'r' }, y2: { field: 'f' } },
    },
    {
      data: { values: outline(histogram.edges, outlined, floor) },
      mark: { type: 'line', color: markColours.current, strokeWidth: 1.8, interpolate: 'step-after', strokeJoin: 'miter' },
      encoding: { ...place({ x, y }, 'x', 'y'), order: { field: 'i', type: 'quantitative' } },
    },
    ...medianLayers(medians, domain, x, words, column),
    axisTitle(title, onLeft),
    {
      // Nothing to see: the whole height of a bin answers the pointer.
      data: { values: bins },
      mark: { type: 'bar', color: 'transparent', binSpacing: 0 },
      encoding: {
        x: { ...x, field: 'a', bin: 'binned' },
        x2: { field: 'b' },
        y: { ...y, field: 'top' },
        y2: { field: 'f' },
        tooltip: tip(['n', words.labels.axisValue], ['rt', words.labels.referencePart], ['ct', window.name]),
      },
    },
  ];
}

function binsOf({ histogram, reference, current, scale, names }: Drawn, locale: string): object[] {
  const { floor, top } = scale;
  return reference.map((share, i) => ({
    a: histogram.edges[i]!,
    b: histogram.edges[i + 1]!,
    r: Math.max(floor, share),
    f: floor,
    k: i,
    n: names[i]!,
    rt: formatShare(share, locale),
    ct: formatShare(current[i] ?? 0, locale),
    top,
  }));
}

/** Where the medians stand: of reference, and of the chunk or of all of current. */
function mediansOf({ column, window }: Drawn) {
  const cell = windowCell(column, window);
  return [
    { x: column.numeric?.reference.quantiles[4] ?? null, side: 'reference' as const },
    { x: (cell === null ? column.numeric?.current.quantiles[4] : cell.quartiles?.[1]) ?? null, side: 'current' as const },
  ];
}

function axisTitle(text: string, onLeft: boolean): object {
  const place = onLeft ? { align: 'left', x: -38 } : { align: 'right', x: { expr: 'width' } };
  return {
    data: { values: [{ t: text }] },
    mark: { type: 'text', baseline: 'middle', y: -20, ...place },
    encoding: { text: { field: 't', type: 'nominal' } },
  };
}

function outline(edges: readonly number[], current: readonly number[], floor: number): { x: number; y: number; i: number }[] {
  const points = [{ x: edges[0]!, y: floor }, ...current.map((share, i) => ({ x: edges[i]!, y: share }))];
  const last = edges[edges.length - 1]!;
  points.push({ x: last, y: current[current.length - 1] ?? floor }, { x: last, y: floor });
  return points.map((point, i) => ({ ...point, i }));
}

function table({ window, reference, current, names }: Drawn, { locale, labels }: ChartWords): ChartTable {
  return {
    head: [labels.axisValue, labels.referencePart, window.name],
    numeric: [false, true, true],
    rows: reference.map((share, i) => [names[i]!, formatShare(share, locale), formatShare(current[i] ?? 0, locale)]),
  };
}

/** Keys of the two sides, and the overflow of the outer bars: known per side of the whole, for a chunk of reference only. */
function keys(column: ColumnReport, histogram: Histogram, window: ChartWindow, { locale, labels }: ChartWords): ChartKey[] {
  const { clipped, edges } = histogram;
  const overflow = (referenceRows: number, currentRows: number): string | null => {
    if (window.chunk === null && currentRows > 0) return formatShare(currentRows / Math.max(1, column.n.current), locale);
    return referenceRows > 0 ? formatShare(referenceRows / Math.max(1, column.n.reference), locale) : null;
  };
  const above = overflow(clipped.aboveReference, clipped.aboveCurrent);
  const below = overflow(clipped.belowReference, clipped.belowCurrent);
  const found: ChartKey[] = [
    { mark: 'reference', text: labels.referencePart },
    { mark: 'current', text: window.name },
  ];
  if (below !== null) found.push({ mark: 'note', text: fill(labels.clippedBelow, below, valueText(column, edges[0]!, locale)) });
  if (above !== null) {
    found.push({ mark: 'note', text: fill(labels.clippedAbove, above, valueText(column, edges[edges.length - 1]!, locale)) });
  }
  return found;
}
