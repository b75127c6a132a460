import { topTitle, valueAxis } from '../../../charts/axes.ts';
import type { Chart, ChartTable, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import type { Plane } from '../../../charts/plane.ts';
import { tip } from '../../../charts/tip.ts';
import { formatCount } from '../../../format/count.ts';
import { formatNumber } from '../../../format/number.ts';
import type { ResidualCurves } from '../result.ts';

/** The tenths of one side. */
interface Side {
  readonly side: 'reference' | 'current';
  readonly name: string;
  readonly bins: ResidualCurves['byDecile'];
}

/** Mean absolute error by tenths of the true value, a grey and an accent bar each. */
export function errorByDecileChart(reference: ResidualCurves | null, current: ResidualCurves, words: ChartWords): Chart {
  const { labels } = words;
  const sides: Side[] = [
    ...(reference === null ? [] : [{ side: 'reference' as const, name: labels.referencePart, bins: reference.byDecile }]),
    { side: 'current', name: labels.currentPart, bins: current.byDecile },
  ];
  return {
    spec: frame(220, layers(sides, current.byDecile, words), { ...plainPadding, bottom: 40 }),
    description: labels.evChartErrorByDecile,
    table: table(sides, words),
    keys: sides.map(({ side, name }) => ({ mark: side, text: name })),
  };
}

function tenth({ from, to }: { readonly from: number; readonly to: number }, locale: string): string {
  return `${formatNumber(from, locale)} – ${formatNumber(to, locale)}`;
}

/** Bars, and below them where every other tenth of current begins. */
function layers(sides: readonly Side[], current: Side['bins'], words: ChartWords): object[] {
  const { locale, labels } = words;
  const plane = planeOf(sides, words);
  return [
    ...barLayers(sides, plane, words),
    {
      data: { values: current.flatMap((bin, i) => (i % 2 === 0 ? [{ x: i + 0.5, t: formatNumber(bin.from, locale) }] : [])) },
      mark: { type: 'text', baseline: 'top', y: { expr: 'height + 8' } },
      encoding: { x: { ...plane.x, field: 'x' }, text: { field: 't', type: 'nominal' } },
    },
    {
      data: { values: [{ t: labels.evTrueValueFrom }] },
      mark: { type: 'text', baseline: 'top', align: 'center', y: { expr: 'height + 24' }, x: { expr: 'width / 2' } },
      encoding: { text: { field: 't', type: 'nominal' } },
    },
  ];
}

function planeOf(sides: readonly Side[], { labels }: ChartWords): Plane {
  const count = Math.max(...sides.map(({ bins }) => bins.length), 1);
  const domain: [number, number] = [0, Math.max(...sides.flatMap(({ bins }) => bins.map((bin) => bin.mae)), Number.EPSILON) * 1.06];
  return {
    x: { type: 'quantitative', scale: { domain: [0, count], nice: false }, axis: null },
    y: {
      type: 'quantitative',
      scale: { domain, nice: false },
      axis: { ...valueAxis(domain), ...topTitle(labels.evMeanAbsoluteError), grid: true },
    },
  };
}

function barLayers(sides: readonly Side[], { x, y }: Plane, { locale, labels }: ChartWords): object[] {
  const width = 0.78 / sides.length;
  return sides.map(({ side, name, bins }, s) => ({
    data: {
      values: bins.map((bin, i) => ({
        a: i + 0.11 + s * width,
        b: i + 0.11 + (s + 1) * width - 0.02,
        z: 0,
        v: bin.mae,
        n: tenth(bin, locale),
        t: formatNumber(bin.mae, locale),
        o: formatNumber(bin.bias, locale),
      })),
    },
    mark: { type: 'rect', color: side === 'reference' ? markColours.reference : markColours.current, stroke: null },
    encoding: {
      x: { ...x, field: 'a' },
      x2: { field: 'b' },
      y: { ...y, field: 'z' },
      y2: { field: 'v' },
      tooltip: tip(['n', labels.evTrueValue], ['t', `${labels.evMeanAbsoluteError}, ${name}`], ['o', labels.evMeanError]),
    },
  }));
}

function table(sides: readonly Side[], { locale, labels }: ChartWords): ChartTable {
  return {
    head: [labels.headPart, labels.evTrueValue, labels.headRows, labels.evMeanAbsoluteError, labels.evMeanError],
    numeric: [false, false, true, true, true],
    rows: sides.flatMap(({ name, bins }) =>
      bins.map((bin) => [
        name,
        tenth(bin, locale),
        formatCount(bin.n, locale),
        formatNumber(bin.mae, locale),
        formatNumber(bin.bias, locale),
      ]),
    ),
  };
}
