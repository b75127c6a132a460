import { topTitle } from '../../../charts/axes.ts';
import { type BandPoint, bandDomain, bandLayers, levelLayers, levelRoom } from '../../../charts/bandLayers.ts';
import type { Chart, ChartKey, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { timeBackground, timeScale, verdictMarks } from '../../../charts/timeLayers.ts';
import { timePlan } from '../../../charts/timePlan.ts';
import { unitNumber } from '../../../charts/unitNumber.ts';
import { formatCount } from '../../../format/count.ts';
import { fill } from '../../../format/fill.ts';
import type { TimeAxis } from '../../../report/report.ts';
import type { EstimatePoint, EstimateRow } from '../result.ts';

const height = 210;

/** What a measure is estimated to be without labels, chunk by chunk with its band, and what it turned out to be where labels are there. Null without chunks. */
export function estimateTimeChart(
  time: TimeAxis,
  row: EstimateRow,
  unit: 'share' | 'target',
  name: string,
  names: readonly string[],
  words: ChartWords,
): Chart | null {
  const { locale, labels } = words;
  const plan = timePlan(time, locale);
  const figure = (value: number | null): string => unitNumber(value, unit, locale);
  const sides = [
    { side: 'reference' as const, points: row.referenceChunks, shift: 0, nameOf: (i: number) => time.referenceChunks[i]?.name ?? '' },
    { side: 'current' as const, points: row.chunks, shift: plan.shift, nameOf: (i: number) => names[i] ?? time.chunks[i]?.name ?? '' },
  ];
  const placed = sides.flatMap(({ side, points, shift, nameOf }) =>
    points.flatMap((point) =>
      point.chunk === null ? [] : [{ point, side, chunk: point.chunk, x: point.chunk + shift, n: nameOf(point.chunk) }],
    ),
  );
  const points = placed.flatMap(({ point, side, x, n }): (BandPoint & { verdict: string | null })[] =>
    point.value === null
      ? []
      : [
          {
            x,
            side,
            m: point.value,
            l: point.low,
            h: point.high,
            n,
            t: `${figure(point.value)}${interval(point, figure)}`,
            r: formatCount(point.n, locale),
            verdict: point.alert ? 'alert' : null,
          },
        ],
  );
  if (points.length === 0) return null;
  const realised = placed.flatMap(({ point, x, n, side }) =>
    point.realised === null ? [] : [{ x, m: point.realised, n, t: figure(point.realised), side }],
  );
  const { limits } = row;
  const domain = bandDomain(points, [...realised.map((point) => point.m), ...(limits === null ? [] : [limits.low, limits.high])]);
  const levels = limits === null ? [] : [limits.low, limits.high].map((at) => ({ at, text: fill(labels.evLimitAt, figure(at)) }));
  const x = timeScale(plan);
  const y = { type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: { ...topTitle(name), tickCount: 4 } };
  const keys: ChartKey[] = [
    ...(points.some((point) => point.side === 'reference') ? [{ mark: 'reference' as const, text: labels.evEstimateReference }] : []),
    { mark: 'current', text: labels.evEstimateCurrent },
    { mark: 'band', text: labels.evEstimateBand },
  ];
  if (realised.length > 0) keys.push({ mark: 'diamond', text: labels.evRealised });
  if (limits !== null) keys.push({ mark: 'limit', text: labels.evEstimateLimits });
  if (points.some((point) => point.verdict === 'alert')) keys.push({ mark: 'alert', text: labels.evBeyondLimits });
  return {
    spec: frame(
      height,
      [
        ...timeBackground(plan),
        ...levelLayers(levels, domain, height, y),
        ...bandLayers(points, x, y, { chunk: labels.axisChunk, value: labels.evEstimated, rows: labels.headRows }),
        {
          data: { values: realised },
          mark: { type: 'point', shape: 'diamond', fill: markColours.page, stroke: markColours.name, size: 46, opacity: 1 },
          encoding: {
            x: { ...x, field: 'x' },
            y: { ...y, field: 'm' },
            tooltip: [
              { field: 'n', type: 'nominal', title: labels.axisChunk },
              { field: 't', type: 'nominal', title: labels.evRealised },
            ],
          },
        },
        ...verdictMarks(points, x, y),
      ],
      levels.length > 0 ? { ...plainPadding, right: levelRoom } : plainPadding,
    ),
    description: fill(labels.evChartEstimate, name),
    table: {
      head: [labels.axisChunk, labels.headPart, labels.evEstimated, labels.headFrom, labels.headTo, labels.evRealised, labels.headRows],
      numeric: [false, false, true, true, true, true, true],
      rows: placed.map(({ point, side, n }) => [
        n,
        side === 'reference' ? labels.referencePart : labels.currentPart,
        figure(point.value),
        figure(point.low),
        figure(point.high),
        figure(point.realised),
        formatCount(point.n, locale),
      ]),
    },
    keys,
  };
}

function interval(point: EstimatePoint, figure: (value: number | null) => string): string {
  return point.low === null || point.high === null ? '' : ` [${figure(point.low)}, ${figure(point.high)}]`;
}
