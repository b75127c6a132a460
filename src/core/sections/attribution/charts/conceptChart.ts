import { shareAxis } from '../../../charts/axes.ts';
import type { Chart, ChartTable, ChartWords } from '../../../charts/chart.ts';
import { markColours, sideColour } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { type Plane, place } from '../../../charts/plane.ts';
import { scoreBinName } from '../../../charts/scoreBinName.ts';
import { tip } from '../../../charts/tip.ts';
import { formatCount } from '../../../format/count.ts';
import { formatShare } from '../../../format/share.ts';
import type { Attribution } from '../result.ts';

const height = 190;

type Bins = Attribution['concept']['bins'];

/** How often the class came at the same score, then and now: bins of the reference's score side by side. */
export function conceptChart(bins: Bins, words: ChartWords): Chart {
  const { labels } = words;
  return {
    spec: frame(height, layers(bins, words), { left: 44, right: 24, top: 24, bottom: 26 }),
    description: labels.evChartConcept,
    table: table(bins, words),
    keys: [
      { mark: 'ring', text: labels.referencePart },
      { mark: 'current', text: labels.currentPart },
      { mark: 'note', text: labels.evByScore },
    ],
  };
}

function figure(value: number | null, locale: string): string {
  return value === null ? '–' : formatShare(value, locale);
}

function layers(bins: Bins, words: ChartWords): object[] {
  const plane = planeOf(bins, words);
  const values = pointsOf(bins, words.locale);
  const every = bins.length > 6 ? 2 : 1;
  return [
    {
      data: { values: values.filter((value) => value.r !== null && value.c !== null) },
      mark: { type: 'rule', color: markColours.line, strokeWidth: 6 },
      encoding: { ...place(plane, 'x', 'r'), y2: { field: 'c' } },
    },
    ...sideLayers(values, 'r', plane, words),
    ...sideLayers(values, 'c', plane, words),
    {
      data: { values: values.filter((_, i) => i % every === 0).map((value) => ({ x: value.x, t: value.n })) },
      mark: { type: 'text', baseline: 'top', y: { expr: 'height + 8' } },
      encoding: { x: { ...plane.x, field: 'x' }, text: { field: 't', type: 'nominal' } },
    },
  ];
}

function planeOf(bins: Bins, { locale, labels }: ChartWords): Plane {
  const all = bins.flatMap((bin) => [bin.reference, bin.current]).filter((value) => value !== null);
  const domain = [0, Math.min(1, Math.max(...all, Number.EPSILON) * 1.06)];
  return {
    x: { type: 'quantitative', scale: { domain: [0, bins.length], nice: false }, axis: null },
    y: { type: 'quantitative', scale: { domain, nice: false }, axis: shareAxis(locale, labels.evObserved) },
  };
}

type Point = ReturnType<typeof pointsOf>[number];

function pointsOf(bins: Bins, locale: string) {
  return bins.map((bin, i) => ({
    x: i + 0.5,
    r: bin.reference,
    c: bin.current,
    n: scoreBinName(bin, locale),
    rt: `${figure(bin.reference, locale)} (${formatCount(bin.nReference, locale)})`,
    ct: `${figure(bin.current, locale)} (${formatCount(bin.nCurrent, locale)})`,
  }));
}

/** Line and points of a side: rings are reference, dots are current. */
function sideLayers(points: readonly Point[], field: 'r' | 'c', plane: Plane, { labels }: ChartWords): object[] {
  const values = points.filter((value) => value[field] !== null);
  const colour = sideColour(field === 'r' ? 'reference' : 'current');
  const at = place(plane, 'x', field);
  return [
    { data: { values }, mark: { type: 'line', color: colour, strokeWidth: 1.6 }, encoding: at },
    {
      data: { values },
      mark: { type: 'point', fill: field === 'c' ? colour : markColours.page, stroke: colour, size: 52, opacity: 1 },
      encoding: { ...at, tooltip: tip(['n', labels.evScore], ['rt', labels.referencePart], ['ct', labels.currentPart]) },
    },
  ];
}

function table(bins: Bins, { locale, labels }: ChartWords): ChartTable {
  return {
    head: [labels.evScore, labels.referencePart, labels.evRowsReference, labels.currentPart, labels.evRowsCurrent],
    numeric: [false, true, true, true, true],
    rows: bins.map((bin) => [
      scoreBinName(bin, locale),
      figure(bin.reference, locale),
      formatCount(bin.nReference, locale),
      figure(bin.current, locale),
      formatCount(bin.nCurrent, locale),
    ]),
  };
}
