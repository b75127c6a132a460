import { shareAxis } from '../../../charts/axes.ts';
import type { Chart, ChartKey, ChartTable, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import type { Plane } from '../../../charts/plane.ts';
import { tip } from '../../../charts/tip.ts';
import { formatCount } from '../../../format/count.ts';

/** A named value with its interval, and the same of reference. */
export interface Dot {
  readonly name: string;
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reference: number | null;
}

interface DotsWish {
  readonly dots: readonly Dot[];
  readonly title: string;
  /** What the names are of (in the table alone: it may be the name of a column), and what the values are. */
  readonly head: string;
  readonly measure: string;
  /** A value to compare with, such as that of all rows. */
  readonly rule: { readonly at: number; readonly text: string } | null;
  readonly number: (value: number) => string;
  /** Shares keep to 0 to 1 and are written in per cent on the axis. */
  readonly share: boolean;
}

const step = 26;
/** Where a name takes two lines. */
const doubleStep = 34;
/** Letters of a name that stand on one line for certain. */
const lineLetters = 28;
const lineHeight = 14;
const nameWidth = 196;
const numberWidth = 66;

/** Values of parts of the rows, one below the other: a dot with its interval for current, a ring for reference, a dashed line for all rows. */
export function dotsChart(wish: DotsWish, words: ChartWords): Chart {
  const { dots } = wish;
  const names = dots.map(({ name }) => linesOf(name));
  const rowHeight = names.some((lines) => lines.length > 1) ? doubleStep : step;
  const padding = { left: nameWidth, right: numberWidth, top: 6, bottom: 38 };
  return {
    spec: frame(Math.max(1, dots.length) * rowHeight, layers(wish, names, words), padding),
    description: wish.title,
    table: table(wish, words),
    keys: keys(wish, words),
  };
}

function figureOf({ number }: DotsWish, value: number | null): string {
  return value === null ? '–' : number(value);
}

function layers(wish: DotsWish, names: readonly (readonly string[])[], words: ChartWords): object[] {
  const { dots, rule } = wish;
  const plane = planeOf(wish, words.locale);
  const row = { y: { ...plane.y, field: 'y' } };
  return [
    ...(rule === null ? [] : [ruleLayer(rule.at, plane)]),
    ...dotLayers(wish, plane, words),
    {
      data: { values: names.map((lines, i) => ({ y: i + 0.5, t: lines, half: ((lines.length - 1) * lineHeight) / 2 })) },
      mark: {
        type: 'text',
        align: 'right',
        baseline: 'middle',
        x: -10,
        dy: { expr: '-datum.half' },
        lineHeight,
        limit: nameWidth - 14,
        fontSize: 12,
        color: markColours.name,
      },
      encoding: { ...row, text: { field: 't', type: 'nominal' } },
    },
    {
      data: { values: dots.map((dot, i) => ({ y: i + 0.5, t: figureOf(wish, dot.value) })) },
      mark: { type: 'text', align: 'left', baseline: 'middle', x: { expr: 'width + 8' } },
      encoding: { ...row, text: { field: 't', type: 'nominal' } },
    },
  ];
}

/** Values to the right from 0 on, or from the lowest below it; one row for each name. */
function planeOf({ dots, rule, share, measure }: DotsWish, locale: string): Plane {
  const all = dots.flatMap((dot) => [dot.value, dot.low, dot.high, dot.reference]).filter((value) => value !== null);
  const low = Math.min(0, ...all, rule?.at ?? 0);
  const high = Math.max(...all, rule?.at ?? 0, low + Number.EPSILON);
  const domain = [low, share ? Math.min(1, high * 1.04) : high * 1.04];
  return {
    x: {
      type: 'quantitative',
      scale: { domain, nice: false },
      axis: { ...(share ? shareAxis(locale, null) : {}), title: measure, grid: true, tickCount: 4 },
    },
    y: { type: 'quantitative', scale: { domain: [0, dots.length], nice: false, reverse: true }, axis: null },
  };
}

function ruleLayer(at: number, { x }: Plane): object {
  return {
    data: { values: [{ v: at }] },
    mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [4, 3], y: 0, y2: { expr: 'height' } },
    encoding: { x: { ...x, field: 'v' } },
  };
}

/** Intervals, the rings of reference behind, and the dots of current. */
function dotLayers(wish: DotsWish, { x, y }: Plane, { locale, labels }: ChartWords): object[] {
  const values = valuesOf(wish, locale);
  const row = { y: { ...y, field: 'y' } };
  return [
    {
      data: { values },
      mark: { type: 'rule', color: markColours.current, strokeWidth: 1.6 },
      encoding: { ...row, x: { ...x, field: 'l' }, x2: { field: 'h' } },
    },
    {
      data: { values: wish.dots.flatMap((dot, i) => (dot.reference === null ? [] : [{ y: i + 0.5, v: dot.reference }])) },
      mark: {
        type: 'point',
        fill: markColours.page,
        stroke: markColours.referenceLine,
        size: 62,
        strokeWidth: 1.8,
        opacity: 1,
      },
      encoding: { ...row, x: { ...x, field: 'v' } },
    },
    {
      data: { values },
      mark: { type: 'circle', color: markColours.current, size: 58, opacity: 1 },
      encoding: {
        ...row,
        x: { ...x, field: 'v' },
        tooltip: tip(['n', labels.evGroup], ['t', wish.measure], ['r', labels.referencePart], ['c', labels.headRows]),
      },
    },
  ];
}

function valuesOf(wish: DotsWish, locale: string): object[] {
  const figure = (value: number | null): string => figureOf(wish, value);
  return wish.dots.flatMap(({ name, n, value, low, high, reference }, i) =>
    value === null
      ? []
      : [
          {
            y: i + 0.5,
            v: value,
            l: low ?? value,
            h: high ?? value,
            n: name,
            t: `${figure(value)}${low === null ? '' : ` [${figure(low)}, ${figure(high)}]`}`,
            r: figure(reference),
            c: formatCount(n, locale),
          },
        ],
  );
}

function table(wish: DotsWish, { locale, labels }: ChartWords): ChartTable {
  return {
    head: [wish.head, labels.headRows, wish.measure, labels.headFrom, labels.headTo, labels.referencePart],
    numeric: [false, true, true, true, true, true],
    rows: wish.dots.map(({ name, n, value, low, high, reference }) => [
      name,
      formatCount(n, locale),
      ...[value, low, high, reference].map((one) => figureOf(wish, one)),
    ]),
  };
}

function keys({ dots, rule }: DotsWish, { labels }: ChartWords): ChartKey[] {
  return [
    { mark: 'current', text: labels.evDotKey },
    ...(dots.some(({ reference }) => reference !== null) ? [{ mark: 'ring' as const, text: labels.referencePart }] : []),
    ...(rule === null ? [] : [{ mark: 'identity' as const, text: rule.text }]),
  ];
}

/** A long name on two lines of like length, broken between words; what does not fit then is cut off where it is drawn. */
function linesOf(name: string): string[] {
  const letters = [...name];
  if (letters.length <= lineLetters) return [name];
  const longest = (space: number): number => Math.max(space, letters.length - space - 1);
  // Not inside of "(0.55, 0.7]".
  const spaces = letters.flatMap((letter, i) => (letter === ' ' && i > 0 && letters[i - 1] !== ',' ? [i] : []));
  const at = spaces.reduce((best, space) => (longest(space) < longest(best) ? space : best), 0);
  return at === 0 ? [name] : [letters.slice(0, at).join(''), letters.slice(at + 1).join('')];
}
