import { formatFixed } from '../../src/core/format/fixed.ts';
import { formatP } from '../../src/core/format/pValue.ts';
import { formatShare } from '../../src/core/format/share.ts';
import { withoutNoise } from '../../src/core/format/withoutNoise.ts';
import type { ChunkCell, ColumnReport } from '../../src/core/sections/drift/result.ts';
import type { PageLabelKey } from '../../src/core/sections/pageLabelKeys.ts';

/** What colour and number of the cells stand for. */
export const heatMeasures = ['moved', 'psi', 'js', 'ks', 'wasserstein', 'missing', 'p'] as const;
export type HeatMeasure = (typeof heatMeasures)[number];

/** At this many times its limit a share of rows moved has its full colour. */
export const fullColour = 4;

/**
 * Where the colour of a measure without a limit is full: what a normal distribution shifted by half a standard deviation shows, which is also
 * where about 20 % of rows have moved (4 × the default limit). So equal shifts have about equal colours under every measure. For p each power
 * of ten is a quarter; for missing values it is the change of the share that is coloured.
 */
export const fullColourAt: Readonly<Record<Exclude<HeatMeasure, 'moved'>, number>> = {
  psi: 0.25,
  js: 0.2,
  ks: 0.2,
  wasserstein: 0.5,
  missing: 0.2,
  p: 1e-4,
};

/** Name of a measure in full, for the list, the legend and tables. */
export const measureLabels: Readonly<Record<HeatMeasure, PageLabelKey>> = {
  moved: 'legendMoved',
  psi: 'methodPsiLong',
  js: 'methodJensenShannonLong',
  ks: 'methodKsLong',
  wasserstein: 'methodWassersteinLong',
  missing: 'missingShare',
  p: 'measureP',
};

/** Name of a measure within a sentence about one cell. */
export const spokenLabels: Readonly<Record<HeatMeasure, PageLabelKey>> = {
  ...measureLabels,
  psi: 'methodPsi',
};

/** The measure a saved state names: what this version does not know is the default. */
export function heatMeasureOf(name: string | undefined): HeatMeasure {
  return heatMeasures.find((measure) => measure === name) ?? 'moved';
}

/** Value of a measure in one chunk of a column, or in all of current (`cell` null). Null: there is none. */
export function measuredValue(measure: HeatMeasure, column: ColumnReport, cell: ChunkCell | null): number | null {
  const measures = cell === null ? column.measures : cell.measures;
  const tested = (cell ?? column.whole).effect !== null;
  switch (measure) {
    case 'moved':
      return (cell ?? column.whole).effect;
    case 'p':
      return (cell ?? column.whole).p;
    case 'missing':
      return cell === null ? column.missing.current.share : cell.missingShare;
    case 'psi':
      return tested ? (measures?.psi ?? null) : null;
    case 'js':
      return tested ? (measures?.jensenShannon ?? null) : null;
    case 'ks':
      return tested ? (measures?.ks?.d ?? null) : null;
    case 'wasserstein':
      return tested ? (measures?.wasserstein?.robustSd ?? null) : null;
  }
}

/** Strength of the colour of a value, 0 to 1. `limit`: the effect limit in force; `before`: the share of missing values in reference. */
export function colourOf(measure: HeatMeasure, value: number, limit: number, before: number): number {
  const part =
    measure === 'moved'
      ? value / (limit * fullColour)
      : measure === 'p'
        ? Math.log10(Math.max(value, 1e-300)) / Math.log10(fullColourAt.p)
        : measure === 'missing'
          ? Math.abs(value - before) / fullColourAt.missing
          : value / fullColourAt[measure];
  return Math.min(1, Math.max(0, part));
}

/** A value in full, for tooltips and tables. */
export function formatMeasure(measure: HeatMeasure, value: number, locale: string): string {
  if (measure === 'moved' || measure === 'missing') return formatShare(value, locale);
  return measure === 'p' ? formatP(value, locale) : formatFixed(value, 3, locale);
}

/** A value as short as a cell needs it; whole per cents and two digits are to be compared at a glance. */
export function shortMeasure(measure: HeatMeasure, value: number, locale: string): string {
  if (measure === 'moved' || measure === 'missing') return formatShare(Math.round(withoutNoise(value * 100)) / 100, locale);
  return measure === 'p' ? shortP(value, locale) : formatFixed(value, 2, locale);
}

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A p below 0.001 by its power of ten, rounded up so that it never claims more than there is: "≤ 10⁻⁶". */
function shortP(p: number, locale: string): string {
  if (p > 0.001) return formatFixed(p, 3, locale);
  const power = p > 0 ? Math.min(99, Math.floor(-Math.log10(p) + 1e-9)) : 99;
  return `10⁻${[...String(power)].map((digit) => digits[Number(digit)]).join('')}`;
}
