import { psi } from '../../../src/core/stats/distances/psi.ts';
import { kolmogorovFiniteSf } from '../../../src/core/stats/distributions/kolmogorovFinite.ts';
import { moments } from '../../../src/core/stats/samples/moments.ts';
import { quantileSorted } from '../../../src/core/stats/samples/quantile.ts';
import { countInBins, quantileEdges } from '../../../src/core/stats/samples/quantileBins.ts';
import { robustScale } from '../../../src/core/stats/samples/robustScale.ts';
import { roundHalfEven } from '../../../src/core/stats/samples/roundHalfEven.ts';
import { kolmogorovSmirnovExact } from '../../../src/core/stats/tests/kolmogorovSmirnovExact.ts';
import { andersonDarling } from '../../oracles/andersonDarling.ts';
import { andersonDarlingKSample } from '../../oracles/andersonDarlingKSample.ts';
import { energyDistance } from '../../oracles/energyDistance.ts';
import { energyDistanceWeighted } from '../../oracles/energyDistanceWeighted.ts';
import { type HistogramRule, histogramEdges } from '../../oracles/histogramEdges.ts';
import { kolmogorovSf } from '../../oracles/kolmogorov.ts';
import { kolmogorovSmirnov } from '../../oracles/kolmogorovSmirnov.ts';
import { kolmogorovSmirnovOneSided } from '../../oracles/kolmogorovSmirnovOneSided.ts';
import { wasserstein } from '../../oracles/wasserstein.ts';
import { wassersteinWeighted } from '../../oracles/wassersteinWeighted.ts';
import { type Adapter, value } from '../golden.ts';
import { ascending, numbers } from '../input.ts';

function status(statistic: number): string {
  return Number.isNaN(statistic) ? 'insufficient_data' : 'ok';
}

function distinct(sorted: Float64Array): number {
  return new Set(sorted).size;
}

const descriptive: Adapter = ({ input, expected }) => {
  const sorted = ascending(input.values);
  const m = moments(sorted);
  const probabilities = numbers((expected as { quantile_probs?: unknown }).quantile_probs ?? []);
  return value({
    ...m,
    std0: m.sd0,
    std1: m.sd,
    quantile_probs: probabilities,
    quantiles: probabilities.map((p) => quantileSorted(sorted, p)),
    n_unique: distinct(sorted),
    status: status(m.mean),
  });
};

const ks: Adapter = ({ input, expected }) => {
  const a = ascending(input.ref);
  const b = ascending(input.cur);
  const { d, p, at, sign } = kolmogorovSmirnov(a, b);
  const effective = (a.length * b.length) / (a.length + b.length);
  const root = Math.sqrt(effective);
  return value({
    status: status(d),
    statistic: d,
    p,
    p_auto: p,
    location: at,
    sign,
    p_asymp: kolmogorovFiniteSf(roundHalfEven(effective), d),
    p_limit: kolmogorovSf(root * d),
    p_stephens: kolmogorovSf((root + 0.12 + 0.11 / root) * d),
    // Only where asked for: without a limit on its steps it is slow for large samples.
    ...('p_exact' in (expected as object) ? { p_exact: kolmogorovSmirnovExact(a.length, b.length, d) } : {}),
  });
};

const ksOneSided: Adapter = ({ input }) => {
  const side = (alternative: 'less' | 'greater') => {
    const { d, p } = kolmogorovSmirnovOneSided(ascending(input.ref), ascending(input.cur), alternative);
    return { statistic: d, p_asymp: p };
  };
  const less = side('less');
  return value({ status: status(less.statistic), less, greater: side('greater') });
};

const anderson: Adapter = ({ input }) => {
  const samples = 'samples' in input ? (input.samples as unknown[]).map(ascending) : [ascending(input.ref), ascending(input.cur)];
  const { statistic, a2, critical, p } = andersonDarlingKSample(samples);
  const limit = samples.length === 2 ? andersonDarling(samples[0]!, samples[1]!) : { a2, p: Number.NaN };
  return value({
    status: samples.some((s) => s.length === 0) ? 'insufficient_data' : 'ok',
    statistic,
    p,
    p_scipy: p,
    critical,
    a2_raw: limit.a2,
    p_limit: limit.p,
  });
};

const wasserstein1: Adapter = ({ input }) => {
  const a = ascending(input.ref);
  const w1 = wasserstein(a, ascending(input.cur));
  const { sd0 } = moments(a);
  const iqr = quantileSorted(a, 0.75) - quantileSorted(a, 0.25);
  const norm = w1 / Math.max(sd0, 0.001);
  return value({
    status: status(w1),
    w1,
    ref_std: sd0,
    evidently_norm: norm,
    evidently_drift: norm >= 0.1,
    ref_iqr: iqr,
    // The product falls back to a wider quantile range when the quartiles coincide; the golden says Infinity there, and 0 where nothing moved.
    robust_norm: iqr > 0 ? w1 / robustScale(a)! : w1 === 0 ? 0 : Number.POSITIVE_INFINITY,
  });
};

const weighted: Adapter = ({ input }) => {
  const side = (name: string) => ({
    values: Float64Array.from(numbers(input[`${name}_values`])),
    weights: Float64Array.from(numbers(input[`${name}_weights`])),
  });
  return value({
    w1: wassersteinWeighted(side('ref'), side('cur')),
    energy: energyDistanceWeighted(side('ref'), side('cur')),
  });
};

const energy: Adapter = ({ input }) => {
  const distance = energyDistance(ascending(input.ref), ascending(input.cur));
  return value({ status: status(distance), distance, evidently_drift: distance > 0.1 });
};

const psiQuantile: Adapter = ({ input, params }) => {
  const a = ascending(input.ref);
  const b = ascending(input.cur);
  const edges = quantileEdges(a, Number(params.bins ?? 10));
  const reference = countInBins(a, edges);
  const current = countInBins(b, edges);
  return value({
    status: a.length === 0 || b.length === 0 ? 'insufficient_data' : 'ok',
    psi: psi(reference, current, Number(params.alpha ?? 0.5)),
    n_bins: edges.length + 1,
    edges,
    ref_counts: reference,
    cur_counts: current,
  });
};

const edges: Adapter = ({ input, expected }) => {
  const sorted = ascending(input.values);
  return value(
    Object.fromEntries(
      Object.keys(expected as object).map((rule) => {
        const all = histogramEdges(sorted, rule as HistogramRule);
        const bins = all.length - 1;
        return [rule, { n_bins: bins, first: all[0], last: all[bins], width: all[1]! - all[0]! }];
      }),
    ),
  );
};

export const numericAdapters: Readonly<Record<string, Adapter>> = {
  descriptive,
  ks_2samp: ks,
  ks_2samp_onesided: ksOneSided,
  anderson_ksamp: anderson,
  wasserstein_1: wasserstein1,
  wasserstein_weighted: weighted,
  energy_distance: energy,
  psi_quantile: psiQuantile,
  histogram_edges: edges,
};
