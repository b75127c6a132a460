import { shareAxis, valueAxis } from '../../../charts/axes.ts';
import type { Chart, ChartTable, ChartWindow, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { type Plane, place } from '../../../charts/plane.ts';
import { windowCell } from '../../../charts/window.ts';
import { fill } from '../../../format/fill.ts';
import { formatShare } from '../../../format/share.ts';
import { valueNames } from '../../../format/valueNames.ts';
import { isClock, valueText } from '../../../format/valueText.ts';
import type { ColumnReport, Ecdf } from '../result.ts';
import { chunkEcdf } from './chunkEcdf.ts';
import { valueEcdf } from './valueEcdf.ts';

const height = 204;
/** Rows of the table twin: more would not be read. */
const tableRows = 25;

/** What is drawn: a column's distribution functions, and what they are of. */
interface Curves {
  readonly column: ColumnReport;
  readonly ecdf: Ecdf;
  /** Names of the values, where they are few; null: they are written as numbers. */
  readonly names: readonly string[] | null;
  /** The chunk they are of; null: all of current. */
  readonly chunk: string | null;
}

/**
 * Both empirical distribution functions with their largest gap, the Kolmogorov-Smirnov distance, drawn. Of a chunk only the counts per bin are
 * known: its curve goes straight from bin edge to bin edge, and its distance is said, not drawn; of few values all counts are known, and the chunk
 * is drawn as the whole is. Null without a distribution function.
 */
export function ecdfChart(column: ColumnReport, window: ChartWindow, words: ChartWords): Chart | null {
  if (column.ecdf === null || column.ecdf.x.length === 0) return null;
  const cell = windowCell(column, window);
  const { categories } = column;
  const exact = categories === null ? null : valueEcdf(categories, cell?.counts ?? categories.values.map((entry) => entry.current));
  const ecdf = exact ?? column.ecdf;
  const ofChunk = cell === null || column.histogram === null ? null : chunkEcdf(column.histogram, cell.counts);
  if (cell !== null && ofChunk !== null) return binnedChart({ column, ecdf, window, ofChunk, d: cell.measures.ks?.d ?? null }, words);
  const names = exact === null ? null : valueNames(exact.x.map(String));
  return exactChart({ column, ecdf, names, chunk: exact === null || cell === null ? null : window.name }, words);
}

function planeOf(column: ColumnReport, domain: [number, number], { locale, labels }: ChartWords): Plane {
  return {
    x: { type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: valueAxis(domain, { clock: isClock(column) }) },
    y: { type: 'quantitative', scale: { domain: [0, 1] }, axis: shareAxis(locale, labels.axisCumulative) },
  };
}

function stepLayer(values: readonly object[], colour: string, plane: Plane): object {
  return {
    data: { values },
    mark: { type: 'line', clip: true, interpolate: 'step-after', color: colour, strokeWidth: 1.8 },
    encoding: place(plane, 'x', 'y'),
  };
}

/** The curve of a chunk from its counts per bin, over that of all of reference. */
interface BinnedCurve {
  readonly column: ColumnReport;
  readonly ecdf: Ecdf;
  readonly window: ChartWindow;
  readonly ofChunk: NonNullable<ReturnType<typeof chunkEcdf>>;
  /** The Kolmogorov-Smirnov distance of the chunk. */
  readonly d: number | null;
}

function binnedChart({ column, ecdf, window, ofChunk, d }: BinnedCurve, words: ChartWords): Chart {
  const { locale, labels } = words;
  const domain = valueDomain(column, ecdf);
  const plane = planeOf(column, domain, words);
  const line = {
    data: { values: ofChunk.x.map((value, i) => ({ x: value, y: ofChunk.share[i] })) },
    mark: { type: 'line', clip: true, color: markColours.current, strokeWidth: 1.8, point: { color: markColours.current, size: 14 } },
    encoding: place(plane, 'x', 'y'),
  };
  const note = d === null ? [] : [fill(labels.cumulativeChunkKs, window.name, formatShare(d, locale))];
  return {
    spec: frame(height, [stepLayer(steps(ecdf.x, ecdf.reference, domain), markColours.referenceLine, plane), line]),
    description: [fill(labels.chartCumulativeChunk, column.name, window.name), ...note].join('. '),
    table: {
      head: [labels.axisValue, labels.referencePart, window.name],
      numeric: [true, true, true],
      rows: ofChunk.x.map((value, i) => [
        valueText(column, value, locale),
        formatShare(ofChunk.reference[i]!, locale),
        formatShare(ofChunk.share[i]!, locale),
      ]),
    },
    keys: [
      { mark: 'reference', text: labels.referencePart },
      { mark: 'current', text: window.name },
      ...note.map((text) => ({ mark: 'note' as const, text })),
    ],
  };
}

function exactChart(curves: Curves, words: ChartWords): Chart {
  const { column, ecdf, chunk } = curves;
  const { labels } = words;
  const domain = valueDomain(column, ecdf);
  const plane = planeOf(column, domain, words);
  const gap = gapOf(ecdf);
  const gapText = fill(labels.ksDistance, formatShare(gap.size, words.locale));
  const title = chunk === null ? fill(labels.chartCumulative, column.name) : fill(labels.chartCumulativeChunk, column.name, chunk);
  return {
    spec: frame(height, [
      stepLayer(steps(ecdf.x, ecdf.reference, domain), markColours.referenceLine, plane),
      stepLayer(steps(ecdf.x, ecdf.current, domain), markColours.current, plane),
      ...gapLayers(gap, gapText, domain, plane),
    ]),
    description: `${title}. ${gapText}`,
    table: table(curves, words),
    keys: [
      { mark: 'reference', text: labels.referencePart },
      { mark: 'current', text: chunk ?? labels.wholeName },
    ],
  };
}

/** The largest gap as an upright line with its words. */
function gapLayers(gap: Gap, text: string, domain: readonly [number, number], plane: Plane): object[] {
  // Below a rising curve to the right, and above it to the left, there is room for words.
  const onLeft = gap.x - domain[0] > (domain[1] - domain[0]) * 0.7;
  const marks = { data: { values: [{ ...gap, t: text }] } };
  return [
    {
      ...marks,
      mark: { type: 'rule', color: markColours.alert, strokeWidth: 2 },
      encoding: { ...place(plane, 'x', 'low'), y2: { field: 'high' } },
    },
    {
      ...marks,
      mark: { type: 'text', align: onLeft ? 'right' : 'left', dx: onLeft ? -8 : 8, dy: onLeft ? -8 : 10, baseline: 'middle' },
      encoding: { ...place(plane, 'x', onLeft ? 'high' : 'low'), text: { field: 't', type: 'nominal' } },
    },
  ];
}

function table({ column, ecdf, names, chunk }: Curves, { locale, labels }: ChartWords): ChartTable {
  const every = Math.max(1, Math.ceil(ecdf.x.length / tableRows));
  const row = (value: number, i: number): string[] => [
    names?.[i] ?? valueText(column, value, locale),
    formatShare(ecdf.reference[i] ?? 0, locale),
    formatShare(ecdf.current[i] ?? 0, locale),
  ];
  return {
    head: [labels.axisValue, labels.referencePart, chunk ?? labels.currentPart],
    numeric: [true, true, true],
    rows: ecdf.x.flatMap((value, i) => (i % every === 0 || i === ecdf.x.length - 1 ? [row(value, i)] : [])),
  };
}

/**
 * The histogram's edges, so that the two pictures share their axis: far outliers stay outside. Without one, a little more than all values: also the
 * first step is seen.
 */
function valueDomain(column: ColumnReport, ecdf: Ecdf): [number, number] {
  const edges = column.histogram?.edges;
  if (edges !== undefined && edges.length > 1) return [edges[0]!, edges[edges.length - 1]!];
  const first = ecdf.x[0]!;
  const last = ecdf.x[ecdf.x.length - 1]!;
  const room = (last - first || 1) * 0.04;
  return [first - room, last + room];
}

/** A curve from 0 at the left of the picture to its last height at the right. */
function steps(x: readonly number[], y: readonly number[], domain: readonly [number, number]): { x: number; y: number }[] {
  const points = x.map((value, i) => ({ x: value, y: y[i] ?? 0 }));
  if (domain[0] < x[0]!) points.unshift({ x: domain[0], y: 0 });
  if (domain[1] > x[x.length - 1]!) points.push({ x: domain[1], y: y[y.length - 1] ?? 1 });
  return points;
}

interface Gap {
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly size: number;
}

function gapOf(ecdf: Ecdf): Gap {
  let index = 0;
  for (let i = 0; i < ecdf.x.length; i += 1) if (ecdf.x[i]! <= ecdf.at) index = i;
  const a = ecdf.reference[index] ?? 0;
  const b = ecdf.current[index] ?? 0;
  return { x: ecdf.at, low: Math.min(a, b), high: Math.max(a, b), size: Math.abs(a - b) };
}
