import type { Chart, ChartTable, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import type { Plane } from '../../../charts/plane.ts';
import { tip } from '../../../charts/tip.ts';
import { fill } from '../../../format/fill.ts';
import type { BehaviourNumber } from '../../predictions/result.ts';
import type { AttributionRow } from '../result.ts';

const step = 40;
const nameWidth = 148;

/** Bars of the mix lie above those of the rate in the row of their column. */
const places = { mix: 0.32, rate: 0.68 } as const;

type Effect = keyof typeof places;

/**
 * What each column's groups add to the change of the error: by their mix (filled) and by the rate within them (outlined), with intervals.
 * To the right is worse. `number` writes a difference with its sign.
 */
export function effectsChart(
  rows: readonly AttributionRow[],
  measure: string,
  number: (value: number) => string,
  words: ChartWords,
): Chart {
  const { labels } = words;
  const layer = layers(rows, planeOf(rows, measure), number, words);
  return {
    spec: frame(rows.length * step, layer, { left: nameWidth, right: 72, top: 4, bottom: 22 }),
    description: fill(labels.evChartEffects, measure),
    table: table(rows, number, words),
    keys: [
      { mark: 'current', text: labels.evMixKey },
      { mark: 'hollow', text: labels.evRateKey },
      { mark: 'note', text: labels.evRightIsWorse },
    ],
  };
}

function planeOf(rows: readonly AttributionRow[], measure: string): Plane {
  const bounds = rows.flatMap(({ mix, rate }) => [mix, rate].flatMap((part) => [part.value ?? 0, part.low ?? 0, part.high ?? 0]));
  const [low, high] = [Math.min(0, ...bounds), Math.max(0, ...bounds)];
  const pad = (high - low || 1) * 0.06;
  return {
    x: {
      type: 'quantitative',
      scale: { domain: [low - pad, high + pad], nice: false },
      axis: { title: measure, grid: true, tickCount: 5, labels: false, ticks: false },
    },
    y: { type: 'quantitative', scale: { domain: [0, rows.length], nice: false, reverse: true }, axis: null },
  };
}

function layers(rows: readonly AttributionRow[], { x, y }: Plane, number: (value: number) => string, words: ChartWords): object[] {
  const bars = rows.flatMap((row, i) => [barOf(row, i, 'mix', number), barOf(row, i, 'rate', number)]);
  return [
    barLayer(bars, 'mix', { x, y }, words),
    barLayer(bars, 'rate', { x, y }, words),
    {
      data: { values: bars },
      mark: { type: 'rule', color: markColours.name, strokeWidth: 1.2 },
      encoding: { x: { ...x, field: 'l' }, x2: { field: 'h' }, y: { ...y, field: 'm' } },
    },
    {
      data: { values: [{ z: 0 }] },
      mark: { type: 'rule', color: markColours.referenceLine, y: 0, y2: { expr: 'height' } },
      encoding: { x: { ...x, field: 'z' } },
    },
    {
      data: { values: rows.map((row, i) => ({ y: i + 0.5, t: row.column })) },
      mark: { type: 'text', align: 'right', baseline: 'middle', x: -8, limit: nameWidth - 10, fontSize: 12, color: markColours.name },
      encoding: { y: { ...y, field: 'y' }, text: { field: 't', type: 'nominal' } },
    },
    {
      data: { values: bars.map(({ m, v }) => ({ m, t: number(v) })) },
      mark: { type: 'text', align: 'left', baseline: 'middle', x: { expr: 'width + 8' }, fontSize: 10.5 },
      encoding: { y: { ...y, field: 'm' }, text: { field: 't', type: 'nominal' } },
    },
  ];
}

type Bar = ReturnType<typeof barOf>;

function barOf(row: AttributionRow, i: number, part: Effect, number: (value: number) => string) {
  const at = i + places[part];
  const { value, low, high } = row[part];
  return {
    part,
    z: 0,
    v: value ?? 0,
    l: low ?? value ?? 0,
    h: high ?? value ?? 0,
    y: at - 0.15,
    y2: at + 0.15,
    m: at,
    n: row.column,
    t: written(row[part], number),
  };
}

function barLayer(bars: readonly Bar[], part: Effect, { x, y }: Plane, { labels }: ChartWords): object {
  return {
    data: { values: bars.filter((bar) => bar.part === part) },
    mark:
      part === 'mix'
        ? { type: 'rect', color: markColours.current, stroke: null }
        : { type: 'rect', color: markColours.page, stroke: markColours.current, strokeWidth: 1.5 },
    encoding: {
      x: { ...x, field: 'z' },
      x2: { field: 'v' },
      y: { ...y, field: 'y' },
      y2: { field: 'y2' },
      tooltip: tip(['n', labels.columnHead], ['t', part === 'mix' ? labels.evMix : labels.evRate]),
    },
  };
}

function table(rows: readonly AttributionRow[], number: (value: number) => string, { labels }: ChartWords): ChartTable {
  const effect = (part: BehaviourNumber): string[] => [part.value === null ? '–' : number(part.value), interval(part, number)];
  return {
    head: [labels.columnHead, labels.evMix, labels.evMixInterval, labels.evRate, labels.evRateInterval],
    numeric: [false, true, true, true, true],
    rows: rows.map((row) => [row.column, ...effect(row.mix), ...effect(row.rate)]),
  };
}

function interval({ low, high }: BehaviourNumber, number: (value: number) => string): string {
  return low === null || high === null ? '' : `[${number(low)}, ${number(high)}]`;
}

function written(part: BehaviourNumber, number: (value: number) => string): string {
  return part.value === null ? '–' : `${number(part.value)} ${interval(part, number)}`;
}
