import { topTitle } from '../../../charts/axes.ts';
import { type BandPoint, bandDomain, bandLayers, levelLayers, levelRoom } from '../../../charts/bandLayers.ts';
import type { Chart, ChartKey, ChartWords } from '../../../charts/chart.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { timeBackground, timeScale, verdictMarks } from '../../../charts/timeLayers.ts';
import { timePlan } from '../../../charts/timePlan.ts';
import { unitNumber } from '../../../charts/unitNumber.ts';
import { formatCount } from '../../../format/count.ts';
import { fill } from '../../../format/fill.ts';
import type { TimeAxis } from '../../../report/report.ts';
import type { MeasurePoint, MeasureRow } from '../result.ts';

const height = 210;

/**
 * A measure over the chunks of reference and then of current, with its intervals, the level from which a drop is too large, and the floor or
 * ceiling that was asked for. `name` is that of the measure, `names` are those of current's chunks. Null without chunks.
 */
export function measureTimeChart(time: TimeAxis, row: MeasureRow, name: string, names: readonly string[], words: ChartWords): Chart | null {
  const { locale, labels } = words;
  const { unit } = row.current;
  const plan = timePlan(time, locale);
  const figure = (value: number | null): string => unitNumber(value, unit, locale);
  const interval = (point: MeasurePoint): string =>
    point.low === null || point.high === null ? '' : ` [${figure(point.low)}, ${figure(point.high)}]`;
  const sides = [
    { side: 'reference' as const, points: row.referenceChunks, shift: 0, nameOf: (i: number) => time.referenceChunks[i]?.name ?? '' },
    { side: 'current' as const, points: row.chunks, shift: plan.shift, nameOf: (i: number) => names[i] ?? time.chunks[i]?.name ?? '' },
  ];
  const points = sides.flatMap(({ side, points: all, shift, nameOf }) =>
    all.flatMap((point): (BandPoint & { verdict: string | null })[] =>
      point.value === null
        ? []
        : [
            {
              x: point.chunk + shift,
              side,
              m: point.value,
              l: point.low,
              h: point.high,
              n: nameOf(point.chunk),
              t: `${figure(point.value)}${interval(point)}`,
              r: formatCount(point.n, locale),
              verdict: point.verdict === 'fail' ? 'alert' : null,
            },
          ],
    ),
  );
  if (points.length === 0) return null;
  const levels = levelsOf(row, words, figure);
  const domain = bandDomain(
    points,
    levels.map((level) => level.at),
  );
  const x = timeScale(plan);
  const y = { type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: { ...topTitle(name), tickCount: 4 } };
  const heads = { chunk: labels.axisChunk, value: name, rows: labels.headRows };
  const keys: ChartKey[] = [
    ...(row.referenceChunks.length > 0 ? [{ mark: 'reference' as const, text: labels.referencePart }] : []),
    { mark: 'current', text: labels.currentPart },
    { mark: 'band', text: labels.evBand },
  ];
  if (levels.length > 0) keys.push({ mark: 'limit', text: labels.evLimitLine });
  if (points.some((point) => point.verdict === 'alert')) keys.push({ mark: 'alert', text: labels.evWorse });
  return {
    spec: frame(
      height,
      [
        ...timeBackground(plan),
        ...levelLayers(levels, domain, height, y),
        ...bandLayers(points, x, y, heads),
        ...verdictMarks(points, x, y),
      ],
      levels.length > 0 ? { ...plainPadding, right: levelRoom } : plainPadding,
    ),
    description: fill(labels.chartTime, name),
    table: {
      head: [labels.axisChunk, labels.headPart, name, labels.headFrom, labels.headTo, labels.headRows, labels.verdictHead],
      numeric: [false, false, true, true, true, true, false],
      rows: sides.flatMap(({ side, points: all, nameOf }) =>
        all.map((point) => [
          nameOf(point.chunk),
          side === 'reference' ? labels.referencePart : labels.currentPart,
          figure(point.value),
          figure(point.low),
          figure(point.high),
          formatCount(point.n, locale),
          point.verdict === 'fail' ? labels.evWorse : '',
        ]),
      ),
    },
    keys,
  };
}

/** The lowest (or highest) value that still is allowed, from reference and from a floor or ceiling. */
function levelsOf(row: MeasureRow, { labels }: ChartWords, figure: (value: number | null) => string): { at: number; text: string }[] {
  const levels: { at: number; text: string }[] = [];
  const reference = row.reference?.value ?? null;
  if (row.change !== null && reference !== null && row.current.direction !== 'neither') {
    const down = row.current.direction === 'higher';
    const at = reference + (down ? -row.change.allowed : row.change.allowed);
    levels.push({ at, text: fill(labels.evAllowed, figure(at)) });
  }
  for (const bound of [row.floor?.min ?? null, row.floor?.max ?? null]) {
    if (bound !== null) levels.push({ at: bound, text: fill(labels.evLimitAt, figure(bound)) });
  }
  return levels;
}
