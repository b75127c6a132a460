import { formatFixed } from '../../src/core/format/fixed.ts';
import { formatP } from '../../src/core/format/pValue.ts';
import { formatShare } from '../../src/core/format/share.ts';
import { withoutNoise } from '../../src/core/format/withoutNoise.ts';
import { driftFigure } from '../../src/core/report/driftFigure.ts';
import type { DriftMeasureText } from '../../src/core/report/driftMeasureText.ts';
import type { ChunkCell, ColumnReport } from '../../src/core/sections/drift/result.ts';
import { label, type Spoken } from '../report/pageContext.ts';

/** What colour and number of the cells stand for: the share of rows moved, missing values, p, or a number beside the verdict. */
export interface HeatMeasure {
  readonly is: 'moved' | 'missing' | 'p' | 'beside';
  /** By what a saved state names it. */
  readonly key: string;
  /** In full, for the list, the legend and tables; and within a sentence about one cell. */
  readonly name: string;
  readonly spoken: string;
  /**
   * Where its colour is full. Without a limit of its own: what a normal distribution shifted by half a standard deviation shows, which is also where
   * about 20 % of rows have moved (4 × the default limit). So equal shifts have about equal colours under every measure. For p each power of ten is a
   * quarter; for missing values it is the change of the share that is coloured; of rows moved, so many times the limit.
   */
  readonly full: number;
  readonly beside: DriftMeasureText | null;
}

/** At this many times its limit a share of rows moved has its full colour. */
export const fullColour = 4;

/** What the heatmap can show, in the order of the list: those that every column has come before those of numbers alone. */
export function heatMeasures(page: Spoken): HeatMeasure[] {
  const own = (is: 'moved' | 'missing' | 'p', name: string, full: number): HeatMeasure => {
    return { is, key: is, name, spoken: name, full, beside: null };
  };
  const beside = page.text.driftMeasures.flatMap((measure): HeatMeasure[] => {
    const { key, name, spoken, fullColour: full } = measure;
    return full === null ? [] : [{ is: 'beside', key, name, spoken, full, beside: measure }];
  });
  return [
    own('moved', label(page, 'legendMoved'), fullColour),
    ...beside.sort((a, b) => Number(b.beside?.everywhere) - Number(a.beside?.everywhere)),
    own('missing', label(page, 'missingShare'), 0.2),
    own('p', label(page, 'measureP'), 1e-4),
  ];
}

/** The measure a saved state names: what this version does not know is the share of rows moved. */
export function heatMeasureOf(page: Spoken, key: string | undefined): HeatMeasure {
  const measures = heatMeasures(page);
  return measures.find((measure) => measure.key === key) ?? measures[0]!;
}

/** Value of a measure in one chunk of a column, or in all of current (`cell` null). Null: there is none. */
export function measuredValue({ is, beside }: HeatMeasure, column: ColumnReport, cell: ChunkCell | null): number | null {
  const decision = cell ?? column.whole;
  if (is === 'moved') return decision.effect;
  if (is === 'p') return decision.p;
  if (is === 'missing') return cell === null ? column.missing.current.share : cell.missingShare;
  if (beside === null || decision.effect === null) return null;
  return driftFigure(cell === null ? column.measures : cell.measures, beside.key, beside.field);
}

/** Strength of the colour of a value, 0 to 1. `limit`: the effect limit in force; `before`: the share of missing values in reference. */
export function colourOf({ is, full }: HeatMeasure, value: number, limit: number, before: number): number {
  const part =
    is === 'moved'
      ? value / (limit * full)
      : is === 'p'
        ? Math.log10(Math.max(value, 1e-300)) / Math.log10(full)
        : is === 'missing'
          ? Math.abs(value - before) / full
          : value / full;
  return Math.min(1, Math.max(0, part));
}

/** A value in full, for tooltips and tables. */
export function formatMeasure({ is }: HeatMeasure, value: number, locale: string): string {
  if (is === 'moved' || is === 'missing') return formatShare(value, locale);
  return is === 'p' ? formatP(value, locale) : formatFixed(value, 3, locale);
}

/** A value as short as a cell needs it; whole per cents and two digits are to be compared at a glance. */
export function shortMeasure({ is }: HeatMeasure, value: number, locale: string): string {
  if (is === 'moved' || is === 'missing') return formatShare(Math.round(withoutNoise(value * 100)) / 100, locale);
  return is === 'p' ? shortP(value, locale) : formatFixed(value, 2, locale);
}

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A p below 0.001 by its power of ten, rounded up so that it never claims more than there is: "≤ 10⁻⁶". */
function shortP(p: number, locale: string): string {
  if (p > 0.001) return formatFixed(p, 3, locale);
  const power = p > 0 ? Math.min(99, Math.floor(-Math.log10(p) + 1e-9)) : 99;
  return `10⁻${[...String(power)].map((digit) => digits[Number(digit)]).join('')}`;
}
