import { topTitle } from '../../../charts/axes.ts';
import { type BandPoint, bandDomain, bandLayers, levelLayers, levelRoom } from '../../../charts/bandLayers.ts';
import type { Chart, ChartKey, ChartSpec, ChartTable, ChartWords } from '../../../charts/chart.ts';
import { type ChunkSide, chunkSides, withInterval } from '../../../charts/chunkSides.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { timeBackground, timeScale, verdictMarks } from '../../../charts/timeLayers.ts';
import { type TimePlan, timePlan } from '../../../charts/timePlan.ts';
import { unitNumber } from '../../../charts/unitNumber.ts';
import { formatCount } from '../../../format/count.ts';
import { fill } from '../../../format/fill.ts';
import type { TimeAxis } from '../../../report/report.ts';
import type { MeasurePoint, MeasureRow } from '../result.ts';

const height = 210;

type Figure = (value: number | null) => string;
type MeasureBand = BandPoint & { readonly verdict: string | null };

/** What is drawn: the chunks of both sides, their points, and the levels they are held against. */
interface Drawn {
  readonly sides: readonly ChunkSide<MeasurePoint>[];
  readonly points: readonly MeasureBand[];
  readonly levels: readonly { readonly at: number; readonly text: string }[];
}

/**
 * A measure over the chunks of reference and then of current, with its intervals, the level from which a drop is too large, and the floor or
 * ceiling that was asked for. `name` is that of the measure, `names` are those of current's chunks. Null without chunks.
 */
export function measureTimeChart(time: TimeAxis, row: MeasureRow, name: string, names: readonly string[], words: ChartWords): Chart | null {
  const plan = timePlan(time, words.locale);
  const figure: Figure = (value) => unitNumber(value, row.current.unit, words.locale);
  const sides = chunkSides(time, row, plan.shift, names);
  const points = sides.flatMap((side) => bandPoints(side, figure, words.locale));
  if (points.length === 0) return null;
  const drawn: Drawn = { sides, points, levels: levelsOf(row, words, figure) };
  return {
    spec: specOf(drawn, plan, name, words),
    description: fill(words.labels.chartTime, name),
    table: table(sides, name, figure, words),
    keys: keys(row, drawn, words),
  };
}

function bandPoints({ side, points, shift, nameOf }: ChunkSide<MeasurePoint>, figure: Figure, locale: string): MeasureBand[] {
  return points.flatMap((point) =>
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
            t: withInterval(point, figure),
            r: formatCount(point.n, locale),
            verdict: point.verdict === 'fail' ? 'alert' : null,
          },
        ],
  );
}

function specOf({ points, levels }: Drawn, plan: TimePlan, name: string, { labels }: ChartWords): ChartSpec {
  const domain = bandDomain(
    points,
    levels.map((level) => level.at),
  );
  const x = timeScale(plan);
  const y = { type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: { ...topTitle(name), tickCount: 4 } };
  const layers = [
    ...timeBackground(plan),
    ...levelLayers(levels, domain, height, y),
    ...bandLayers(points, x, y, { chunk: labels.axisChunk, value: name, rows: labels.headRows }),
    ...verdictMarks(points, x, y),
  ];
  return frame(height, layers, levels.length > 0 ? { ...plainPadding, right: levelRoom } : plainPadding);
}

function keys(row: MeasureRow, { points, levels }: Drawn, { labels }: ChartWords): ChartKey[] {
  const found: ChartKey[] = [
    ...(row.referenceChunks.length > 0 ? [{ mark: 'reference' as const, text: labels.referencePart }] : []),
    { mark: 'current', text: labels.currentPart },
    { mark: 'band', text: labels.evBand },
  ];
  if (levels.length > 0) found.push({ mark: 'limit', text: labels.evLimitLine });
  if (points.some((point) => point.verdict === 'alert')) found.push({ mark: 'alert', text: labels.evWorse });
  return found;
}

function table(sides: Drawn['sides'], name: string, figure: Figure, { locale, labels }: ChartWords): ChartTable {
  return {
    head: [labels.axisChunk, labels.headPart, name, labels.headFrom, labels.headTo, labels.headRows, labels.verdictHead],
    numeric: [false, false, true, true, true, true, false],
    rows: sides.flatMap(({ side, points, nameOf }) =>
      points.map((point) => [
        nameOf(point.chunk),
        side === 'reference' ? labels.referencePart : labels.currentPart,
        figure(point.value),
        figure(point.low),
        figure(point.high),
        formatCount(point.n, locale),
        point.verdict === 'fail' ? labels.evWorse : '',
      ]),
    ),
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
