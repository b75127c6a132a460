import { topTitle } from '../../../charts/axes.ts';
import type { Chart, ChartTable, ChartWords } from '../../../charts/chart.ts';
import { markColours, sideColour } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { type Plane, place } from '../../../charts/plane.ts';
import { tip } from '../../../charts/tip.ts';
import { formatCount } from '../../../format/count.ts';
import { formatFixed } from '../../../format/fixed.ts';
import type { ScoreCurves } from '../result.ts';

const height = 280;

/** The bins of one side that hold rows. */
interface Side {
  readonly side: 'reference' | 'current';
  readonly name: string;
  readonly bins: ScoreCurves['reliability'];
}

/** How often the positive class came, by what the score said: on the dashed line a score of 0.3 means 3 of 10. */
export function reliabilityChart(reference: ScoreCurves | null, current: ScoreCurves, words: ChartWords): Chart {
  const { labels } = words;
  const sides = sidesOf(reference, current, words);
  return {
    spec: frame(height, layers(sides, words), { ...plainPadding, bottom: 38 }),
    description: labels.evChartReliability,
    table: table(sides, words),
    keys: [
      ...sides.map(({ side, name }) => ({ mark: side, text: name })),
      { mark: 'identity', text: labels.evCalibrated },
      { mark: 'note', text: labels.evIntervalNote },
    ],
  };
}

function sidesOf(reference: ScoreCurves | null, current: ScoreCurves, { labels }: ChartWords): Side[] {
  const filled = ({ reliability }: ScoreCurves): Side['bins'] => reliability.filter((bin) => bin.n > 0);
  return [
    ...(reference === null ? [] : [{ side: 'reference' as const, name: labels.referencePart, bins: filled(reference) }]),
    { side: 'current', name: labels.currentPart, bins: filled(current) },
  ];
}

function figure(value: number, locale: string): string {
  return formatFixed(value, 3, locale);
}

function layers(sides: readonly Side[], words: ChartWords): object[] {
  const scale = { domain: [0, 1], nice: false };
  const plane: Plane = {
    x: { type: 'quantitative', scale, axis: { title: words.labels.evScore, tickCount: 5, grid: true } },
    y: { type: 'quantitative', scale, axis: { ...topTitle(words.labels.evObserved), tickCount: 5, grid: true } },
  };
  return [
    {
      data: { values: [{ x: 0, y: 0, x2: 1, y2: 1 }] },
      mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [4, 3] },
      encoding: { ...place(plane, 'x', 'y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
    },
    ...sides.flatMap((side) => sideLayers(side, plane, words)),
  ];
}

/** Intervals, a line and points of a side. */
function sideLayers({ side, name, bins }: Side, plane: Plane, { locale, labels }: ChartWords): object[] {
  const colour = sideColour(side);
  const values = bins.map((bin) => ({
    x: bin.score,
    y: bin.observed,
    l: bin.low,
    h: bin.high,
    xt: figure(bin.score, locale),
    yt: `${figure(bin.observed, locale)} [${figure(bin.low, locale)}, ${figure(bin.high, locale)}]`,
    n: formatCount(bin.n, locale),
  }));
  const at = place(plane, 'x', 'y');
  return [
    {
      data: { values },
      mark: { type: 'rule', color: colour, strokeWidth: 1.4, opacity: 0.7 },
      encoding: { ...place(plane, 'x', 'l'), y2: { field: 'h' } },
    },
    { data: { values }, mark: { type: 'line', color: colour, strokeWidth: 1.4 }, encoding: at },
    {
      data: { values },
      mark: { type: 'point', stroke: colour, fill: side === 'current' ? colour : markColours.page, size: 48, opacity: 1 },
      encoding: {
        ...at,
        tooltip: tip(['xt', labels.evScore], ['yt', `${labels.evObserved}, ${name}`], ['n', labels.headRows]),
      },
    },
  ];
}

function table(sides: readonly Side[], { locale, labels }: ChartWords): ChartTable {
  return {
    head: [labels.headPart, labels.evScore, labels.evObserved, labels.headFrom, labels.headTo, labels.headRows],
    numeric: [false, true, true, true, true, true],
    rows: sides.flatMap(({ name, bins }) =>
      bins.map(({ score, observed, low, high, n }) => [
        name,
        ...[score, observed, low, high].map((value) => figure(value, locale)),
        formatCount(n, locale),
      ]),
    ),
  };
}
