import { topTitle, valueAxis } from '../../../charts/axes.ts';
import type { Chart, ChartTable, ChartWords } from '../../../charts/chart.ts';
import { withInterval } from '../../../charts/chunkSides.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { type Plane, place } from '../../../charts/plane.ts';
import { scoreBinName } from '../../../charts/scoreBinName.ts';
import { tip } from '../../../charts/tip.ts';
import { formatCount } from '../../../format/count.ts';
import { formatFixed } from '../../../format/fixed.ts';
import { formatNumber } from '../../../format/number.ts';
import type { Attribution } from '../result.ts';

const height = 190;
const significant = 3;
const mostDigits = 6;
/** Room of a bin's name, in shares of the picture: names are thinned to this many. */
const mostNames = 5;

type Bins = Attribution['concept']['bins'];

/**
 * By how much the truth differs from reference where the same was predicted: one point for each bin of the reference's predictions, with the band of
 * its intervals, around the line of no difference. Two curves of the means would lie on one another: what is predicted spans far more than they differ.
 */
export function conceptDifferenceChart(bins: Bins, words: ChartWords): Chart {
  const { labels } = words;
  const bounds = bins.flatMap(({ difference: d }) => (d === null ? [] : [d.value, d.low, d.high])).filter((bound) => bound !== null);
  const signed = signedBy(Math.max(0, ...bounds.map(Math.abs)), words.locale);
  return {
    spec: frame(height, layers(bins, planeOf(bins, bounds, labels.evTrueDifference), signed, words), {
      left: 44,
      right: 24,
      top: 24,
      bottom: 26,
    }),
    description: labels.evChartConceptDifference,
    table: table(bins, signed, words),
    keys: [
      { mark: 'current', text: labels.evTrueDifference },
      { mark: 'band', text: labels.evBand },
      { mark: 'identity', text: labels.evAsInReference },
      { mark: 'note', text: labels.evByPredicted },
    ],
  };
}

/** Writes differences with their sign, all with the digits that the largest needs. */
function signedBy(largest: number, locale: string): (value: number | null) => string {
  const digits = largest === 0 ? 0 : Math.min(mostDigits, Math.max(0, significant - 1 - Math.floor(Math.log10(largest))));
  return (value) => {
    if (value === null) return '–';
    const rounded = Number(value.toFixed(digits));
    return rounded > 0 ? `+${formatFixed(rounded, digits, locale)}` : formatFixed(rounded === 0 ? 0 : rounded, digits, locale);
  };
}

function mean(value: number | null, locale: string): string {
  return value === null ? '–' : formatNumber(value, locale);
}

function planeOf(bins: Bins, bounds: readonly number[], title: string): Plane {
  const pad = (Math.max(0, ...bounds.map(Math.abs)) || 1) * 0.06;
  const domain: [number, number] = [Math.min(0, ...bounds) - pad, Math.max(0, ...bounds) + pad];
  return {
    x: { type: 'quantitative', scale: { domain: [0, bins.length], nice: false }, axis: null },
    y: {
      type: 'quantitative',
      scale: { domain, nice: false },
      axis: { ...valueAxis(domain), ...topTitle(title), grid: true, tickCount: 4 },
    },
  };
}

function layers(bins: Bins, plane: Plane, signed: (value: number | null) => string, { locale, labels }: ChartWords): object[] {
  const { x, y } = plane;
  const values = pointsOf(bins, signed, locale);
  const at = place(plane, 'x', 'v');
  const every = Math.ceil(bins.length / mostNames);
  return [
    {
      data: { values: [{ v: 0 }] },
      mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [4, 3], strokeWidth: 1.4 },
      encoding: { y: { ...y, field: 'v' } },
    },
    {
      data: { values },
      mark: { type: 'area', color: markColours.current, opacity: 0.18, line: false },
      encoding: { ...place(plane, 'x', 'l'), y2: { field: 'h' } },
    },
    { data: { values }, mark: { type: 'line', color: markColours.current, strokeWidth: 1.8 }, encoding: at },
    {
      data: { values },
      mark: { type: 'circle', color: markColours.current, size: 52, opacity: 1 },
      encoding: {
        ...at,
        tooltip: tip(['n', labels.evPredicted], ['t', labels.evTrueDifference], ['rt', labels.referencePart], ['ct', labels.currentPart]),
      },
    },
    {
      data: { values: bins.flatMap((bin, i) => (i % every === 0 ? [{ x: i + 0.5, t: scoreBinName(bin, locale) }] : [])) },
      mark: { type: 'text', baseline: 'top', y: { expr: 'height + 8' } },
      encoding: { x: { ...x, field: 'x' }, text: { field: 't', type: 'nominal' } },
    },
  ];
}

/** A point for each bin whose difference is known. */
function pointsOf(bins: Bins, signed: (value: number | null) => string, locale: string): object[] {
  return bins.flatMap((bin, i) => {
    const { difference } = bin;
    if (difference === null || difference.value === null) return [];
    const { value, low, high } = difference;
    return [
      {
        x: i + 0.5,
        v: value,
        l: low ?? value,
        h: high ?? value,
        n: scoreBinName(bin, locale),
        t: withInterval(difference, signed),
        rt: `${mean(bin.reference, locale)} (${formatCount(bin.nReference, locale)})`,
        ct: `${mean(bin.current, locale)} (${formatCount(bin.nCurrent, locale)})`,
      },
    ];
  });
}

function table(bins: Bins, signed: (value: number | null) => string, { locale, labels }: ChartWords): ChartTable {
  return {
    head: [
      labels.evPredicted,
      `${labels.evTrueMean}, ${labels.referencePart}`,
      labels.evRowsReference,
      `${labels.evTrueMean}, ${labels.currentPart}`,
      labels.evRowsCurrent,
      labels.evTrueDifference,
      labels.headFrom,
      labels.headTo,
    ],
    numeric: [false, true, true, true, true, true, true, true],
    rows: bins.map((bin) => [
      scoreBinName(bin, locale),
      mean(bin.reference, locale),
      formatCount(bin.nReference, locale),
      mean(bin.current, locale),
      formatCount(bin.nCurrent, locale),
      signed(bin.difference?.value ?? null),
      signed(bin.difference?.low ?? null),
      signed(bin.difference?.high ?? null),
    ]),
  };
}
