import { topTitle, valueAxis } from '../../../charts/axes.ts';
import type { Chart, ChartKey, ChartTable, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { type Plane, place } from '../../../charts/plane.ts';
import { tip } from '../../../charts/tip.ts';
import { formatCount } from '../../../format/count.ts';
import { formatNumber } from '../../../format/number.ts';
import type { ResidualCurves } from '../result.ts';

type Bins = ResidualCurves['byPrediction'];

/** Errors by what was predicted: median and the middle halves and nine tenths of current, the median of reference in grey. */
export function errorByPredictionChart(reference: ResidualCurves | null, current: ResidualCurves, words: ChartWords): Chart {
  const sides = { reference: reference?.byPrediction ?? null, current: current.byPrediction };
  return {
    spec: frame(240, layers(sides, words), { ...plainPadding, bottom: 38 }),
    description: words.labels.evChartErrorByPrediction,
    table: table(sides, words),
    keys: keys(sides, words),
  };
}

/** The bins of each side. */
interface Sides {
  readonly reference: Bins | null;
  readonly current: Bins;
}

function layers(sides: Sides, words: ChartWords): object[] {
  const plane = planeOf(sides, words);
  const rows = rowsOf(sides.current, words.locale);
  return [
    bandLayer(rows, { low: 'a', high: 'e', opacity: 0.14 }, plane),
    bandLayer(rows, { low: 'b', high: 'd', opacity: 0.22 }, plane),
    {
      data: { values: [{ y: 0 }] },
      mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [4, 3] },
      encoding: { y: { ...plane.y, field: 'y' } },
    },
    ...(sides.reference === null ? [] : [referenceLayer(sides.reference, plane)]),
    ...medianLayers(rows, plane, words),
  ];
}

function planeOf({ reference, current }: Sides, { labels }: ChartWords): Plane {
  const at = [...(reference ?? []), ...current].map((bin) => bin.prediction);
  const errors = current.flatMap((bin) => [bin.quantiles[0], bin.quantiles[4]]);
  const across: [number, number] = [Math.min(...at), Math.max(...at)];
  const up: [number, number] = [Math.min(0, ...errors), Math.max(0, ...errors)];
  return {
    x: {
      type: 'quantitative',
      scale: { domain: across, nice: false, zero: false },
      axis: { ...valueAxis(across), title: labels.evPredicted },
    },
    y: {
      type: 'quantitative',
      scale: { domain: up, nice: true },
      axis: { ...valueAxis(up), ...topTitle(labels.evError), grid: true },
    },
  };
}

/** The bins of current with their quantiles from the lowest (`a`) to the highest (`e`), and their words. */
function rowsOf(bins: Bins, locale: string): object[] {
  return bins.map(({ prediction, quantiles: [a, b, c, d, e], n }) => ({
    x: prediction,
    a,
    b,
    c,
    d,
    e,
    xt: formatNumber(prediction, locale),
    ct: formatNumber(c, locale),
    bt: `${formatNumber(b, locale)} – ${formatNumber(d, locale)}`,
    at: `${formatNumber(a, locale)} – ${formatNumber(e, locale)}`,
    n: formatCount(n, locale),
  }));
}

function bandLayer(
  values: readonly object[],
  { low, high, opacity }: { readonly low: string; readonly high: string; readonly opacity: number },
  plane: Plane,
): object {
  return {
    data: { values },
    mark: { type: 'area', color: markColours.current, opacity, line: false },
    encoding: { ...place(plane, 'x', low), y2: { field: high } },
  };
}

function referenceLayer(bins: Bins, plane: Plane): object {
  return {
    data: { values: bins.map((bin) => ({ x: bin.prediction, y: bin.quantiles[2] })) },
    mark: { type: 'line', color: markColours.referenceLine, strokeWidth: 1.8, clip: true },
    encoding: place(plane, 'x', 'y'),
  };
}

function medianLayers(values: readonly object[], plane: Plane, { labels }: ChartWords): object[] {
  const at = place(plane, 'x', 'c');
  return [
    { data: { values }, mark: { type: 'line', color: markColours.current, strokeWidth: 1.8 }, encoding: at },
    {
      data: { values },
      mark: { type: 'circle', color: markColours.current, size: 26, opacity: 1 },
      encoding: {
        ...at,
        tooltip: tip(
          ['xt', labels.evPredicted],
          ['ct', labels.evMedianError],
          ['bt', labels.evMiddleHalf],
          ['at', labels.evMiddleNine],
          ['n', labels.headRows],
        ),
      },
    },
  ];
}

function table({ reference, current }: Sides, { locale, labels }: ChartWords): ChartTable {
  const rows = (name: string, bins: Bins): string[][] =>
    bins.map((bin) => [
      name,
      formatNumber(bin.prediction, locale),
      ...bin.quantiles.map((quantile) => formatNumber(quantile, locale)),
      formatCount(bin.n, locale),
    ]);
  return {
    head: [labels.headPart, labels.evPredicted, '5 %', '25 %', '50 %', '75 %', '95 %', labels.headRows],
    numeric: [false, true, true, true, true, true, true, true],
    rows: [...rows(labels.referencePart, reference ?? []), ...rows(labels.currentPart, current)],
  };
}

function keys({ reference }: Sides, { labels }: ChartWords): ChartKey[] {
  return [
    ...(reference === null ? [] : [{ mark: 'reference' as const, text: `${labels.evMedianError}, ${labels.referencePart}` }]),
    { mark: 'current', text: `${labels.evMedianError}, ${labels.currentPart}` },
    { mark: 'band', text: labels.evErrorBands },
  ];
}
