import { topTitle, valueAxis } from '../../../charts/axes.ts';
import { binsChart } from '../../../charts/binsChart.ts';
import type { Chart, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { formatCount } from '../../../format/count.ts';
import { formatNumber } from '../../../format/number.ts';
import type { ResidualCurves } from '../result.ts';

/** Errors of both sides: prediction minus truth, so that what lies to the right was predicted too high. */
export function errorsChart(reference: ResidualCurves | null, current: ResidualCurves, words: ChartWords): Chart {
  const { labels } = words;
  return binsChart(
    {
      edges: current.histogram.edges,
      reference: reference?.histogram.counts ?? null,
      current: current.histogram.counts,
      title: labels.evChartErrors,
      x: labels.evError,
      rule: { at: 0, text: labels.evNoError },
      height: 220,
    },
    words,
  );
}

/** Errors by what was predicted: median and the middle halves and nine tenths of current, the median of reference in grey. */
export function errorByPredictionChart(reference: ResidualCurves | null, current: ResidualCurves, words: ChartWords): Chart {
  const { locale, labels } = words;
  const sides = [
    ...(reference === null ? [] : [{ side: 'reference' as const, name: labels.referencePart, bins: reference.byPrediction }]),
    { side: 'current' as const, name: labels.currentPart, bins: current.byPrediction },
  ];
  const at = sides.flatMap(({ bins }) => bins.map((bin) => bin.prediction));
  const errors = current.byPrediction.flatMap((bin) => [bin.quantiles[0], bin.quantiles[4]]);
  const xDomain: [number, number] = [Math.min(...at), Math.max(...at)];
  const yDomain: [number, number] = [Math.min(0, ...errors), Math.max(0, ...errors)];
  const x = {
    type: 'quantitative',
    scale: { domain: xDomain, nice: false, zero: false },
    axis: { ...valueAxis(xDomain), title: labels.evPredicted },
  };
  const y = {
    type: 'quantitative',
    scale: { domain: yDomain, nice: true },
    axis: { ...valueAxis(yDomain), ...topTitle(labels.evError), grid: true },
  };
  const rows = current.byPrediction.map(({ prediction, quantiles: [a, b, c, d, e], n }) => ({
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
  const band = (low: string, high: string, opacity: number): object => ({
    data: { values: rows },
    mark: { type: 'area', color: markColours.current, opacity, line: false },
    encoding: { x: { ...x, field: 'x' }, y: { ...y, field: low }, y2: { field: high } },
  });
  const layers: object[] = [
    band('a', 'e', 0.14),
    band('b', 'd', 0.22),
    {
      data: { values: [{ y: 0 }] },
      mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [4, 3] },
      encoding: { y: { ...y, field: 'y' } },
    },
  ];
  if (reference !== null) {
    layers.push({
      data: { values: reference.byPrediction.map((bin) => ({ x: bin.prediction, y: bin.quantiles[2] })) },
      mark: { type: 'line', color: markColours.referenceLine, strokeWidth: 1.8, clip: true },
      encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } },
    });
  }
  const place = { x: { ...x, field: 'x' }, y: { ...y, field: 'c' } };
  layers.push(
    { data: { values: rows }, mark: { type: 'line', color: markColours.current, strokeWidth: 1.8 }, encoding: place },
    {
      data: { values: rows },
      mark: { type: 'circle', color: markColours.current, size: 26, opacity: 1 },
      encoding: {
        ...place,
        tooltip: [
          { field: 'xt', type: 'nominal', title: labels.evPredicted },
          { field: 'ct', type: 'nominal', title: labels.evMedianError },
          { field: 'bt', type: 'nominal', title: labels.evMiddleHalf },
          { field: 'at', type: 'nominal', title: labels.evMiddleNine },
          { field: 'n', type: 'nominal', title: labels.headRows },
        ],
      },
    },
  );
  return {
    spec: frame(240, layers, { ...plainPadding, bottom: 38 }),
    description: labels.evChartErrorByPrediction,
    table: {
      head: [labels.headPart, labels.evPredicted, '5 %', '25 %', '50 %', '75 %', '95 %', labels.headRows],
      numeric: [false, true, true, true, true, true, true, true],
      rows: sides.flatMap(({ name, bins }) =>
        bins.map((bin) => [
          name,
          formatNumber(bin.prediction, locale),
          ...bin.quantiles.map((quantile) => formatNumber(quantile, locale)),
          formatCount(bin.n, locale),
        ]),
      ),
    },
    keys: [
      ...(reference === null ? [] : [{ mark: 'reference' as const, text: `${labels.evMedianError}, ${labels.referencePart}` }]),
      { mark: 'current', text: `${labels.evMedianError}, ${labels.currentPart}` },
      { mark: 'band', text: labels.evErrorBands },
    ],
  };
}

/** Mean absolute error by tenths of the true value, a grey and an accent bar each. */
export function errorByDecileChart(reference: ResidualCurves | null, current: ResidualCurves, words: ChartWords): Chart {
  const { locale, labels } = words;
  const sides = [
    ...(reference === null ? [] : [{ side: 'reference' as const, name: labels.referencePart, bins: reference.byDecile }]),
    { side: 'current' as const, name: labels.currentPart, bins: current.byDecile },
  ];
  const name = ({ from, to }: { from: number; to: number }): string => `${formatNumber(from, locale)} – ${formatNumber(to, locale)}`;
  const count = Math.max(...sides.map(({ bins }) => bins.length), 1);
  const domain: [number, number] = [0, Math.max(...sides.flatMap(({ bins }) => bins.map((bin) => bin.mae)), Number.EPSILON) * 1.06];
  const x = { type: 'quantitative', scale: { domain: [0, count], nice: false }, axis: null };
  const y = {
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: { ...valueAxis(domain), ...topTitle(labels.evMeanAbsoluteError), grid: true },
  };
  const width = 0.78 / sides.length;
  const bars = sides.map(({ side, name: part, bins }, s) => ({
    data: {
      values: bins.map((bin, i) => ({
        a: i + 0.11 + s * width,
        b: i + 0.11 + (s + 1) * width - 0.02,
        z: 0,
        v: bin.mae,
        n: name(bin),
        t: formatNumber(bin.mae, locale),
        o: formatNumber(bin.bias, locale),
      })),
    },
    mark: { type: 'rect', color: side === 'reference' ? markColours.reference : markColours.current, stroke: null },
    encoding: {
      x: { ...x, field: 'a' },
      x2: { field: 'b' },
      y: { ...y, field: 'z' },
      y2: { field: 'v' },
      tooltip: [
        { field: 'n', type: 'nominal', title: labels.evTrueValue },
        { field: 't', type: 'nominal', title: `${labels.evMeanAbsoluteError}, ${part}` },
        { field: 'o', type: 'nominal', title: labels.evMeanError },
      ],
    },
  }));
  const marks = current.byDecile.flatMap((bin, i) => (i % 2 === 0 ? [{ x: i + 0.5, t: formatNumber(bin.from, locale) }] : []));
  return {
    spec: frame(
      220,
      [
        ...bars,
        {
          data: { values: marks },
          mark: { type: 'text', baseline: 'top', y: { expr: 'height + 8' } },
          encoding: { x: { ...x, field: 'x' }, text: { field: 't', type: 'nominal' } },
        },
        {
          data: { values: [{ t: labels.evTrueValueFrom }] },
          mark: { type: 'text', baseline: 'top', align: 'center', y: { expr: 'height + 24' }, x: { expr: 'width / 2' } },
          encoding: { text: { field: 't', type: 'nominal' } },
        },
      ],
      { ...plainPadding, bottom: 40 },
    ),
    description: labels.evChartErrorByDecile,
    table: {
      head: [labels.headPart, labels.evTrueValue, labels.headRows, labels.evMeanAbsoluteError, labels.evMeanError],
      numeric: [false, false, true, true, true],
      rows: sides.flatMap(({ name: part, bins }) =>
        bins.map((bin) => [part, name(bin), formatCount(bin.n, locale), formatNumber(bin.mae, locale), formatNumber(bin.bias, locale)]),
      ),
    },
    keys: sides.map(({ side, name: part }) => ({ mark: side, text: part })),
  };
}
