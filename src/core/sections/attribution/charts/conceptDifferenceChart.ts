import { topTitle, valueAxis } from '../../../charts/axes.ts';
import type { Chart, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { scoreBinName } from '../../../charts/scoreBinName.ts';
import { formatCount } from '../../../format/count.ts';
import { formatFixed } from '../../../format/fixed.ts';
import { formatNumber } from '../../../format/number.ts';
import type { Attribution } from '../result.ts';

const height = 190;
const significant = 3;
const mostDigits = 6;
/** Room of a bin's name, in shares of the picture: names are thinned to this many. */
const mostNames = 5;

/**
 * By how much the truth differs from reference where the same was predicted: one point for each bin of the reference's predictions, with the band of
 * its intervals, around the line of no difference. Two curves of the means would lie on one another: what is predicted spans far more than they differ.
 */
export function conceptDifferenceChart(bins: Attribution['concept']['bins'], words: ChartWords): Chart {
  const { locale, labels } = words;
  const bounds = bins.flatMap(({ difference: d }) => (d === null ? [] : [d.value, d.low, d.high])).filter((bound) => bound !== null);
  const largest = Math.max(0, ...bounds.map(Math.abs));
  const digits = largest === 0 ? 0 : Math.min(mostDigits, Math.max(0, significant - 1 - Math.floor(Math.log10(largest))));
  const signed = (value: number | null): string => {
    if (value === null) return '–';
    const rounded = Number(value.toFixed(digits));
    return rounded > 0 ? `+${formatFixed(rounded, digits, locale)}` : formatFixed(rounded === 0 ? 0 : rounded, digits, locale);
  };
  const mean = (value: number | null): string => (value === null ? '–' : formatNumber(value, locale));
  const pad = (largest || 1) * 0.06;
  const domain: [number, number] = [Math.min(0, ...bounds) - pad, Math.max(0, ...bounds) + pad];
  const x = { type: 'quantitative', scale: { domain: [0, bins.length], nice: false }, axis: null };
  const y = {
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: { ...valueAxis(domain), ...topTitle(labels.evTrueDifference), grid: true, tickCount: 4 },
  };
  const values = bins.flatMap((bin, i) => {
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
        t: low === null || high === null ? signed(value) : `${signed(value)} [${signed(low)}, ${signed(high)}]`,
        rt: `${mean(bin.reference)} (${formatCount(bin.nReference, locale)})`,
        ct: `${mean(bin.current)} (${formatCount(bin.nCurrent, locale)})`,
      },
    ];
  });
  const place = { x: { ...x, field: 'x' }, y: { ...y, field: 'v' } };
  const every = Math.ceil(bins.length / mostNames);
  return {
    spec: frame(
      height,
      [
        {
          data: { values: [{ v: 0 }] },
          mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [4, 3], strokeWidth: 1.4 },
          encoding: { y: { ...y, field: 'v' } },
        },
        {
          data: { values },
          mark: { type: 'area', color: markColours.current, opacity: 0.18, line: false },
          encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'l' }, y2: { field: 'h' } },
        },
        { data: { values }, mark: { type: 'line', color: markColours.current, strokeWidth: 1.8 }, encoding: place },
        {
          data: { values },
          mark: { type: 'circle', color: markColours.current, size: 52, opacity: 1 },
          encoding: {
            ...place,
            tooltip: [
              { field: 'n', type: 'nominal', title: labels.evPredicted },
              { field: 't', type: 'nominal', title: labels.evTrueDifference },
              { field: 'rt', type: 'nominal', title: labels.referencePart },
              { field: 'ct', type: 'nominal', title: labels.currentPart },
            ],
          },
        },
        {
          data: {
            values: bins.flatMap((bin, i) => (i % every === 0 ? [{ x: i + 0.5, t: scoreBinName(bin, locale) }] : [])),
          },
          mark: { type: 'text', baseline: 'top', y: { expr: 'height + 8' } },
          encoding: { x: { ...x, field: 'x' }, text: { field: 't', type: 'nominal' } },
        },
      ],
      { left: 44, right: 24, top: 24, bottom: 26 },
    ),
    description: labels.evChartConceptDifference,
    table: {
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
        mean(bin.reference),
        formatCount(bin.nReference, locale),
        mean(bin.current),
        formatCount(bin.nCurrent, locale),
        signed(bin.difference?.value ?? null),
        signed(bin.difference?.low ?? null),
        signed(bin.difference?.high ?? null),
      ]),
    },
    keys: [
      { mark: 'current', text: labels.evTrueDifference },
      { mark: 'band', text: labels.evBand },
      { mark: 'identity', text: labels.evAsInReference },
      { mark: 'note', text: labels.evByPredicted },
    ],
  };
}
