import type { Chart, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { fill } from '../../../format/fill.ts';
import type { BehaviourNumber } from '../../predictions/result.ts';
import type { AttributionRow } from '../result.ts';

const step = 40;
const nameWidth = 148;

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
  const bounds = rows.flatMap(({ mix, rate }) => [mix, rate].flatMap((part) => [part.value ?? 0, part.low ?? 0, part.high ?? 0]));
  const [low, high] = [Math.min(0, ...bounds), Math.max(0, ...bounds)];
  const pad = (high - low || 1) * 0.06;
  const x = {
    type: 'quantitative',
    scale: { domain: [low - pad, high + pad], nice: false },
    axis: { title: measure, grid: true, tickCount: 5, labels: false, ticks: false },
  };
  const y = { type: 'quantitative', scale: { domain: [0, rows.length], nice: false, reverse: true }, axis: null };
  const values = rows.flatMap((row, i) =>
    (['mix', 'rate'] as const).map((part) => {
      const at = i + (part === 'mix' ? 0.32 : 0.68);
      const { value, low: from, high: to } = row[part];
      return {
        part,
        z: 0,
        v: value ?? 0,
        l: from ?? value ?? 0,
        h: to ?? value ?? 0,
        y: at - 0.15,
        y2: at + 0.15,
        m: at,
        n: row.column,
        t: written(row[part], number),
      };
    }),
  );
  const bar = (part: 'mix' | 'rate'): object => ({
    data: { values: values.filter((value) => value.part === part) },
    mark:
      part === 'mix'
        ? { type: 'rect', color: markColours.current, stroke: null }
        : { type: 'rect', color: markColours.page, stroke: markColours.current, strokeWidth: 1.5 },
    encoding: {
      x: { ...x, field: 'z' },
      x2: { field: 'v' },
      y: { ...y, field: 'y' },
      y2: { field: 'y2' },
      tooltip: [
        { field: 'n', type: 'nominal', title: labels.columnHead },
        { field: 't', type: 'nominal', title: part === 'mix' ? labels.evMix : labels.evRate },
      ],
    },
  });
  const layers = [
    bar('mix'),
    bar('rate'),
    {
      data: { values },
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
      data: { values: values.map((value) => ({ m: value.m, t: number(value.v) })) },
      mark: { type: 'text', align: 'left', baseline: 'middle', x: { expr: 'width + 8' }, fontSize: 10.5 },
      encoding: { y: { ...y, field: 'm' }, text: { field: 't', type: 'nominal' } },
    },
  ];
  return {
    spec: frame(rows.length * step, layers, { left: nameWidth, right: 72, top: 4, bottom: 22 }),
    description: fill(labels.evChartEffects, measure),
    table: {
      head: [labels.columnHead, labels.evMix, labels.evMixInterval, labels.evRate, labels.evRateInterval],
      numeric: [false, true, true, true, true],
      rows: rows.map((row) => [
        row.column,
        row.mix.value === null ? '–' : number(row.mix.value),
        interval(row.mix, number),
        row.rate.value === null ? '–' : number(row.rate.value),
        interval(row.rate, number),
      ]),
    },
    keys: [
      { mark: 'current', text: labels.evMixKey },
      { mark: 'hollow', text: labels.evRateKey },
      { mark: 'note', text: labels.evRightIsWorse },
    ],
  };
}

function interval({ low, high }: BehaviourNumber, number: (value: number) => string): string {
  return low === null || high === null ? '' : `[${number(low)}, ${number(high)}]`;
}

function written(part: BehaviourNumber, number: (value: number) => string): string {
  return part.value === null ? '–' : `${number(part.value)} ${interval(part, number)}`;
}
