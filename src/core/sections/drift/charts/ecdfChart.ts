import { shareAxis, valueAxis } from '../../../charts/axes.ts';
import type { Chart, ChartWindow, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { cellOf } from '../../../charts/window.ts';
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

/**
 * Both empirical distribution functions with their largest gap, the Kolmogorov-Smirnov distance, drawn. Of a chunk only the counts per bin are
 * known: its curve goes straight from bin edge to bin edge, and its distance is said, not drawn; of few values all counts are known, and the chunk
 * is drawn as the whole is. Null without a distribution function.
 */
export function ecdfChart(column: ColumnReport, window: ChartWindow, words: ChartWords): Chart | null {
  if (column.ecdf === null || column.ecdf.x.length === 0) return null;
  const cell = cellOf(column, window);
  const { categories } = column;
  const exact = categories === null ? null : valueEcdf(categories, cell?.counts ?? categories.values.map((entry) => entry.current));
  const ecdf = exact ?? column.ecdf;
  const name = exact === null || cell === null ? null : window.name;
  const names = exact === null ? null : valueNames(exact.x.map(String));
  const ofChunk = cell === null || column.histogram === null ? null : chunkEcdf(column.histogram, cell.counts);
  const domain = valueDomain(column, ecdf);
  const x = { type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: valueAxis(domain, { clock: isClock(column) }) };
  const y = { type: 'quantitative', scale: { domain: [0, 1] }, axis: shareAxis(words.locale, words.labels.axisCumulative) };
  const curve = (heights: readonly number[], colour: string): object => ({
    data: { values: steps(ecdf.x, heights, domain) },
    mark: { type: 'line', clip: true, interpolate: 'step-after', color: colour, strokeWidth: 1.8 },
    encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } },
  });
  const gap = gapOf(ecdf);
  if (cell !== null && ofChunk !== null) {
    const line = {
      data: { values: ofChunk.x.map((value, i) => ({ x: value, y: ofChunk.share[i] })) },
      mark: { type: 'line', clip: true, color: markColours.current, strokeWidth: 1.8, point: { color: markColours.current, size: 14 } },
      encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } },
    };
    const d = cell.measures.ks?.d;
    const note = d === undefined ? [] : [fill(words.labels.cumulativeChunkKs, window.name, formatShare(d, words.locale))];
    return {
      spec: frame(height, [curve(ecdf.reference, markColours.referenceLine), line]),
      description: [fill(words.labels.chartCumulativeChunk, column.name, window.name), ...note].join('. '),
      table: {
        head: [words.labels.axisValue, words.labels.referencePart, window.name],
        numeric: [true, true, true],
        rows: ofChunk.x.map((value, i) => [
          valueText(column, value, words.locale),
          formatShare(ofChunk.reference[i]!, words.locale),
          formatShare(ofChunk.share[i]!, words.locale),
        ]),
      },
      keys: [
        { mark: 'reference', text: words.labels.referencePart },
        { mark: 'current', text: window.name },
        ...note.map((text) => ({ mark: 'note' as const, text })),
      ],
    };
  }
  const gapText = fill(words.labels.ksDistance, formatShare(gap.size, words.locale));
  // Below a rising curve to the right, and above it to the left, there is room for words.
  const onLeft = gap.x - domain[0] > (domain[1] - domain[0]) * 0.7;
  const marks = { data: { values: [{ ...gap, t: gapText }] } };
  const spec = frame(height, [
    curve(ecdf.reference, markColours.referenceLine),
    curve(ecdf.current, markColours.current),
    {
      ...marks,
      mark: { type: 'rule', color: markColours.alert, strokeWidth: 2 },
      encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'low' }, y2: { field: 'high' } },
    },
    {
      ...marks,
      mark: { type: 'text', align: onLeft ? 'right' : 'left', dx: onLeft ? -8 : 8, dy: onLeft ? -8 : 10, baseline: 'middle' },
      encoding: { x: { ...x, field: 'x' }, y: { ...y, field: onLeft ? 'high' : 'low' }, text: { field: 't', type: 'nominal' } },
    },
  ]);
  const every = Math.max(1, Math.ceil(ecdf.x.length / tableRows));
  return {
    spec,
    description: `${name === null ? fill(words.labels.chartCumulative, column.name) : fill(words.labels.chartCumulativeChunk, column.name, name)}. ${gapText}`,
    table: {
      head: [words.labels.axisValue, words.labels.referencePart, name ?? words.labels.currentPart],
      numeric: [true, true, true],
      rows: ecdf.x.flatMap((value, i) =>
        i % every === 0 || i === ecdf.x.length - 1
          ? [
              [
                names?.[i] ?? valueText(column, value, words.locale),
                formatShare(ecdf.reference[i] ?? 0, words.locale),
                formatShare(ecdf.current[i] ?? 0, words.locale),
              ],
            ]
          : [],
      ),
    },
    keys: [
      { mark: 'reference', text: words.labels.referencePart },
      { mark: 'current', text: name ?? words.labels.wholeName },
    ],
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

function gapOf(ecdf: Ecdf): { x: number; low: number; high: number; size: number } {
  let index = 0;
  for (let i = 0; i < ecdf.x.length; i += 1) if (ecdf.x[i]! <= ecdf.at) index = i;
  const a = ecdf.reference[index] ?? 0;
  const b = ecdf.current[index] ?? 0;
  return { x: ecdf.at, low: Math.min(a, b), high: Math.max(a, b), size: Math.abs(a - b) };
}
