import { shareAxis } from '../../../charts/axes.ts';
import type { Chart, ChartKey, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
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
  const { locale, labels } = words;
  const { dots, rule } = wish;
  const figure = (value: number | null): string => (value === null ? '–' : wish.number(value));
  const all = dots.flatMap((dot) => [dot.value, dot.low, dot.high, dot.reference]).filter((value) => value !== null);
  const low = Math.min(0, ...all, rule?.at ?? 0);
  const high = Math.max(...all, rule?.at ?? 0, low + Number.EPSILON);
  const domain = [low, wish.share ? Math.min(1, high * 1.04) : high * 1.04];
  const x = {
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: {
      ...(wish.share ? shareAxis(locale, null) : {}),
      title: wish.measure,
      grid: true,
      tickCount: 4,
    },
  };
  const y = { type: 'quantitative', scale: { domain: [0, dots.length], nice: false, reverse: true }, axis: null };
  const values = dots.flatMap((dot, i) =>
    dot.value === null
      ? []
      : [
          {
            y: i + 0.5,
            v: dot.value,
            l: dot.low ?? dot.value,
            h: dot.high ?? dot.value,
            n: dot.name,
            t: `${figure(dot.value)}${dot.low === null ? '' : ` [${figure(dot.low)}, ${figure(dot.high)}]`}`,
            r: figure(dot.reference),
            c: formatCount(dot.n, locale),
          },
        ],
  );
  const names = dots.map(({ name }) => linesOf(name));
  const rowHeight = names.some((lines) => lines.length > 1) ? doubleStep : step;
  const rings = dots.flatMap((dot, i) => (dot.reference === null ? [] : [{ y: i + 0.5, v: dot.reference }]));
  const row = { y: { ...y, field: 'y' } };
  const layers: object[] = [];
  if (rule !== null) {
    layers.push({
      data: { values: [{ v: rule.at }] },
      mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [4, 3], y: 0, y2: { expr: 'height' } },
      encoding: { x: { ...x, field: 'v' } },
    });
  }
  layers.push(
    {
      data: { values },
      mark: { type: 'rule', color: markColours.current, strokeWidth: 1.6 },
      encoding: { ...row, x: { ...x, field: 'l' }, x2: { field: 'h' } },
    },
    {
      data: { values: rings },
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
        tooltip: [
          { field: 'n', type: 'nominal', title: labels.evGroup },
          { field: 't', type: 'nominal', title: wish.measure },
          { field: 'r', type: 'nominal', title: labels.referencePart },
          { field: 'c', type: 'nominal', title: labels.headRows },
        ],
      },
    },
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
      data: { values: dots.map((dot, i) => ({ y: i + 0.5, t: figure(dot.value) })) },
      mark: { type: 'text', align: 'left', baseline: 'middle', x: { expr: 'width + 8' } },
      encoding: { ...row, text: { field: 't', type: 'nominal' } },
    },
  );
  const keys: ChartKey[] = [{ mark: 'current', text: labels.evDotKey }];
  if (rings.length > 0) keys.push({ mark: 'ring', text: labels.referencePart });
  if (rule !== null) keys.push({ mark: 'identity', text: rule.text });
  return {
    spec: frame(Math.max(1, dots.length) * rowHeight, layers, { left: nameWidth, right: numberWidth, top: 6, bottom: 38 }),
    description: wish.title,
    table: {
      head: [wish.head, labels.headRows, wish.measure, labels.headFrom, labels.headTo, labels.referencePart],
      numeric: [false, true, true, true, true, true],
      rows: dots.map((dot) => [
        dot.name,
        formatCount(dot.n, locale),
        figure(dot.value),
        figure(dot.low),
        figure(dot.high),
        figure(dot.reference),
      ]),
    },
    keys,
  };
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
