import { topTitle } from '../../../charts/axes.ts';
import type { Chart, ChartKey, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { formatCount } from '../../../format/count.ts';
import { formatFixed } from '../../../format/fixed.ts';
import type { ScoreCurves } from '../result.ts';

const height = 280;

/** How often the positive class came, by what the score said: on the dashed line a score of 0.3 means 3 of 10. */
export function reliabilityChart(reference: ScoreCurves | null, current: ScoreCurves, words: ChartWords): Chart {
  const { locale, labels } = words;
  const scale = { domain: [0, 1], nice: false };
  const x = { type: 'quantitative', scale, axis: { title: labels.evScore, tickCount: 5, grid: true } };
  const y = { type: 'quantitative', scale, axis: { ...topTitle(labels.evObserved), tickCount: 5, grid: true } };
  const figure = (value: number): string => formatFixed(value, 3, locale);
  const sides = [
    ...(reference === null ? [] : [{ side: 'reference' as const, name: labels.referencePart, bins: reference.reliability }]),
    { side: 'current' as const, name: labels.currentPart, bins: current.reliability },
  ].map((part) => ({ ...part, bins: part.bins.filter((bin) => bin.n > 0) }));
  const layers: object[] = [
    {
      data: { values: [{ x: 0, y: 0, x2: 1, y2: 1 }] },
      mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [4, 3] },
      encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'y' }, x2: { field: 'x2' }, y2: { field: 'y2' } },
    },
  ];
  for (const { side, name, bins } of sides) {
    const colour = side === 'reference' ? markColours.referenceLine : markColours.current;
    const values = bins.map((bin) => ({
      x: bin.score,
      y: bin.observed,
      l: bin.low,
      h: bin.high,
      xt: figure(bin.score),
      yt: `${figure(bin.observed)} [${figure(bin.low)}, ${figure(bin.high)}]`,
      n: formatCount(bin.n, locale),
    }));
    const place = { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } };
    layers.push(
      {
        data: { values },
        mark: { type: 'rule', color: colour, strokeWidth: 1.4, opacity: 0.7 },
        encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'l' }, y2: { field: 'h' } },
      },
      { data: { values }, mark: { type: 'line', color: colour, strokeWidth: 1.4 }, encoding: place },
      {
        data: { values },
        mark: {
          type: 'point',
          stroke: colour,
          fill: side === 'current' ? colour : markColours.page,
          size: 48,
          opacity: 1,
        },
        encoding: {
          ...place,
          tooltip: [
            { field: 'xt', type: 'nominal', title: labels.evScore },
            { field: 'yt', type: 'nominal', title: `${labels.evObserved}, ${name}` },
            { field: 'n', type: 'nominal', title: labels.headRows },
          ],
        },
      },
    );
  }
  const keys: ChartKey[] = [
    ...sides.map(({ side, name }) => ({ mark: side, text: name })),
    { mark: 'identity', text: labels.evCalibrated },
    { mark: 'note', text: labels.evIntervalNote },
  ];
  return {
    spec: frame(height, layers, { ...plainPadding, bottom: 38 }),
    description: labels.evChartReliability,
    table: {
      head: [labels.headPart, labels.evScore, labels.evObserved, labels.headFrom, labels.headTo, labels.headRows],
      numeric: [false, true, true, true, true, true],
      rows: sides.flatMap(({ name, bins }) =>
        bins.map((bin) => [name, ...[bin.score, bin.observed, bin.low, bin.high].map(figure), formatCount(bin.n, locale)]),
      ),
    },
    keys,
  };
}
