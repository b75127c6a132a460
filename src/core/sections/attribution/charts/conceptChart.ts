import { shareAxis } from '../../../charts/axes.ts';
import type { Chart, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { scoreBinName } from '../../../charts/scoreBinName.ts';
import { formatCount } from '../../../format/count.ts';
import { formatShare } from '../../../format/share.ts';
import type { Attribution } from '../result.ts';

const height = 190;

/** How often the class came at the same score, then and now: bins of the reference's score side by side. */
export function conceptChart(bins: Attribution['concept']['bins'], words: ChartWords): Chart {
  const { locale, labels } = words;
  const figure = (value: number | null): string => (value === null ? '–' : formatShare(value, locale));
  const name = (bin: Attribution['concept']['bins'][number]): string => scoreBinName(bin, locale);
  const all = bins.flatMap((bin) => [bin.reference, bin.current]).filter((value) => value !== null);
  const x = { type: 'quantitative', scale: { domain: [0, bins.length], nice: false }, axis: null };
  const domain = [0, Math.min(1, Math.max(...all, Number.EPSILON) * 1.06)];
  const y = { type: 'quantitative', scale: { domain, nice: false }, axis: shareAxis(locale, labels.evObserved) };
  const values = bins.map((bin, i) => ({
    x: i + 0.5,
    r: bin.reference,
    c: bin.current,
    n: name(bin),
    rt: `${figure(bin.reference)} (${formatCount(bin.nReference, locale)})`,
    ct: `${figure(bin.current)} (${formatCount(bin.nCurrent, locale)})`,
  }));
  const tooltip = [
    { field: 'n', type: 'nominal', title: labels.evScore },
    { field: 'rt', type: 'nominal', title: labels.referencePart },
    { field: 'ct', type: 'nominal', title: labels.currentPart },
  ];
  const side = (field: 'r' | 'c'): object[] => {
    const kept = values.filter((value) => value[field] !== null);
    const colour = field === 'r' ? markColours.referenceLine : markColours.current;
    const place = { x: { ...x, field: 'x' }, y: { ...y, field } };
    return [
      { data: { values: kept }, mark: { type: 'line', color: colour, strokeWidth: 1.6 }, encoding: place },
      {
        data: { values: kept },
        mark: {
          type: 'point',
          fill: field === 'c' ? colour : markColours.page,
          stroke: colour,
          size: 52,
          opacity: 1,
        },
        encoding: { ...place, tooltip },
      },
    ];
  };
  const gaps = values.filter((value) => value.r !== null && value.c !== null);
  const every = bins.length > 6 ? 2 : 1;
  return {
    spec: frame(
      height,
      [
        {
          data: { values: gaps },
          mark: { type: 'rule', color: markColours.line, strokeWidth: 6 },
          encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'r' }, y2: { field: 'c' } },
        },
        ...side('r'),
        ...side('c'),
        {
          data: { values: values.filter((_, i) => i % every === 0).map((value) => ({ x: value.x, t: value.n })) },
          mark: { type: 'text', baseline: 'top', y: { expr: 'height + 8' } },
          encoding: { x: { ...x, field: 'x' }, text: { field: 't', type: 'nominal' } },
        },
      ],
      { left: 44, right: 24, top: 24, bottom: 26 },
    ),
    description: labels.evChartConcept,
    table: {
      head: [labels.evScore, labels.referencePart, labels.evRowsReference, labels.currentPart, labels.evRowsCurrent],
      numeric: [false, true, true, true, true],
      rows: bins.map((bin) => [
        name(bin),
        figure(bin.reference),
        formatCount(bin.nReference, locale),
        figure(bin.current),
        formatCount(bin.nCurrent, locale),
      ]),
    },
    keys: [
      { mark: 'ring', text: labels.referencePart },
      { mark: 'current', text: labels.currentPart },
      { mark: 'note', text: labels.evByScore },
    ],
  };
}
