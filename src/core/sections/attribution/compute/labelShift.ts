import { type BlockEffect, blockEffect, blockedHalfWidth, blockedP } from '../../../stats/blocks/blockEffect.ts';
import { type BlockOf, blockedTable, meanSide } from '../../../stats/blocks/blockedSides.ts';
import { type Contrast, meansContrast } from '../../../stats/groups/contrast.ts';
import { type GroupInterval, gapInterval } from '../../../stats/groups/groupInterval.ts';
import { lossKind } from '../../../stats/groups/lossKind.ts';
import { meanOf, type Sums } from '../../../stats/groups/sums.ts';
import { binOf, countInBins, quantileEdges } from '../../../stats/samples/quantileBins.ts';
import { categoricalDefault } from '../../../stats/tests/categoricalDefault.ts';
import { chiSquareHomogeneity } from '../../../stats/tests/chiSquareHomogeneity.ts';
import { movedBeyondNoise } from './movedBeyondNoise.ts';

/** Whether the outcomes' own distribution changed. */
export interface LabelShift {
  /** Null: all outcomes of both sides are the same. */
  readonly p: number | null;
  readonly rows: { readonly reference: number; readonly current: number };
  readonly mean: { readonly reference: number; readonly current: number };
  /** Mean outcome of current less that of the reference; of 0/1 outcomes, the difference of their rates with Newcombe's interval. */
  readonly change: GroupInterval;
  /** Share of rows that moved: the difference of the rates of 0/1 outcomes, the total variation distance over the reference's deciles less noise. */
  readonly size: number;
}

/** The interval of a contrast with the error that days give it. */
function around({ estimate, se }: Contrast, days: BlockEffect, alpha: number): GroupInterval {
  const half = blockedHalfWidth(se * se, days, alpha);
  return { value: estimate, low: estimate - half, high: estimate + half };
}

function known(outcome: Float64Array): Float64Array {
  return outcome.filter(Number.isFinite);
}

function sumsOf(values: Float64Array, shift: number): Sums {
  const sums = { n: 0, sum: 0, squares: 0 };
  for (const y of values) {
    sums.n++;
    sums.sum += y - shift;
    sums.squares += (y - shift) ** 2;
  }
  return sums;
}

/**
 * Tests whether outcomes are distributed differently in current: two proportions for 0/1 outcomes (exact where counts are small); for numbers
 * twice the smaller p of Welch's test of the means and of chi-square over the deciles of the reference. Where rows have blocks, the rows of a block are taken
 * together as far as they go together: in the tests, in the interval, and in the noise that is taken out of the size.
 *
 * @param reference, current outcomes; NaN: unknown, left out. @param blocks of the rows of each side.
 * @returns null with fewer than two known outcomes on a side.
 */
export function labelShift(
  reference: Float64Array,
  current: Float64Array,
  alpha = 0.05,
  blocks: { readonly reference: BlockOf; readonly current: BlockOf } = { reference: null, current: null },
): LabelShift | null {
  const [was, now] = [known(reference), known(current)];
  if (was.length < 2 || now.length < 2) return null;
  const kind = lossKind(was);
  const binary = kind.binary && lossKind(now).binary;
  const shift = binary ? 0 : kind.mean;
  const [then, today] = [sumsOf(was, shift), sumsOf(now, shift)];
  const contrast = meansContrast([
    { sums: today, floor: 0 },
    { sums: then, floor: 0 },
  ]);
  const days = blockEffect(1, meanSide(current, blocks.current), meanSide(reference, blocks.reference));
  const change = days === null ? gapInterval(contrast, today, then, binary, alpha) : around(contrast, days, alpha);
  const test = (): Pick<LabelShift, 'p' | 'size'> => {
    if (binary) {
      const [past, present] = [
        [then.sum, then.n - then.sum],
        [today.sum, today.n - today.sum],
      ];
      const made = categoricalDefault(past, present);
      const { statistic } = chiSquareHomogeneity(past, present);
      return { p: made.cells < 2 ? null : blockedP(statistic, 1, days, made.p), size: Math.abs(change.value) };
    }
    const edges = quantileEdges(was.sort(), 10);
    const [past, present] = [countInBins(was, edges), countInBins(now.sort(), edges)];
    const bins = (outcome: Float64Array) => Int32Array.from(outcome, (y) => (Number.isFinite(y) ? binOf(y, edges) : -1));
    const table = blockedTable(
      { codes: bins(reference), blockOf: blocks.reference },
      { codes: bins(current), blockOf: blocks.current },
      edges.length + 1,
    );
    const byBins = categoricalDefault(past, present);
    const pBins = table === null ? byBins.p : blockedP(table.statistic, table.df, table.effect, byBins.p);
    const pMeans = blockedP(contrast.statistic ** 2, 1, days, contrast.p);
    const p = byBins.cells < 2 && contrast.se === 0 ? null : Math.min(1, 2 * Math.min(pMeans, pBins));
    return { p, size: movedBeyondNoise(past, present, table?.effect ?? null) };
  };
  return {
    ...test(),
    rows: { reference: then.n, current: today.n },
    mean: { reference: meanOf(then) + shift, current: meanOf(today) + shift },
    change,
  };
}
