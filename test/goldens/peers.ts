import { jensenShannonDistance } from '../../src/core/stats/distances/jensenShannon.ts';
import { moments } from '../../src/core/stats/samples/moments.ts';
import { quantileSorted } from '../../src/core/stats/samples/quantile.ts';
import { fisherExact } from '../../src/core/stats/tests/fisherExact.ts';
import { twoProportionZ } from '../../src/core/stats/tests/twoProportion.ts';
import { andersonDarlingKSample } from '../oracles/andersonDarlingKSample.ts';
import { blockPermutation } from '../oracles/blockPermutation.ts';
import { energyDistance } from '../oracles/energyDistance.ts';
import { hellinger } from '../oracles/hellinger.ts';
import { lInfinity } from '../oracles/lInfinity.ts';
import { rangeViolations } from '../oracles/rangeViolations.ts';
import { counts } from './adapters/categorical.ts';
import { estimatePeerAdapters } from './adapters/estimatePeers.ts';
import { peerPerformanceAdapters } from './adapters/peerPerformance.ts';
import { type Adapter, skip, value } from './golden.ts';
import { ascending } from './input.ts';

const onCounts =
  (of: (reference: number[], current: number[]) => unknown): Adapter =>
  (golden) => {
    const { reference, current } = counts(golden);
    return value(of(reference, current));
  };

const onValues =
  (of: (sorted: Float64Array) => number): Adapter =>
  ({ input }) =>
    value({ value: of(ascending(input.values)) });

const zTest: Adapter = (golden) => {
  const { input } = golden;
  if ('x_ref' in input) return value(twoProportionZ(Number(input.x_ref), Number(input.n_ref), Number(input.x_cur), Number(input.n_cur)));
  const { reference, current } = counts(golden);
  if (reference.length > 2) return skip('more than two categories');
  const rows = (side: readonly number[]) => side.reduce((total, c) => total + c, 0);
  const { p } = twoProportionZ(reference[0]!, rows(reference), current[0]!, rows(current));
  return value({ p, drift: p < 0.05 });
};

/** Rows exchanged one by one: every row a block of its own. */
const permutation: Adapter = (golden) => {
  const { reference, current } = counts(golden);
  const row = (i: number) => reference.map((_, k) => (k === i ? 1 : 0));
  const rows = (side: readonly number[]) => side.flatMap((count, i) => Array.from({ length: count }, () => row(i)));
  const first = rows(reference);
  return value({ p: blockPermutation([...first, ...rows(current)], first.length, { permutations: 1999, seed: 1 }).p });
};

/** Methods of the peers' own tests that the product's functions answer. */
export const peerAdapters: Readonly<Record<string, Adapter>> = {
  ...estimatePeerAdapters,
  ...peerPerformanceAdapters,
  fisher_exact_2x2: onCounts(([a = 0, b = 0], [c = 0, d = 0]) => ({ p: fisherExact(a, b, c, d).p })),
  proportion_ztest: zTest,
  anderson_ksamp: ({ input }) => {
    const { statistic, p } = andersonDarlingKSample([ascending(input.ref), ascending(input.cur)]);
    return value({ statistic, p });
  },
  energy_distance: ({ input }) => value({ d: energyDistance(ascending(input.ref), ascending(input.cur)) }),
  l_infinity: onCounts((reference, current) => ({ value: lInfinity(reference, current) })),
  'hellinger_evidently(categorical)': onCounts((reference, current) => ({ distance: hellinger(reference, current) })),
  'hellinger_nannyml(cat)': onCounts((reference, current) => ({ value: hellinger(reference, current) })),
  'js_nannyml(cat)': onCounts((reference, current) => ({ value: jensenShannonDistance(reference, current, 2) })),
  'tvd permutation p (B=1000)': permutation,
  Max: onValues((sorted) => moments(sorted).max),
  Min: onValues((sorted) => moments(sorted).min),
  Mean: onValues((sorted) => moments(sorted).mean),
  Median: onValues((sorted) => quantileSorted(sorted, 0.5)),
  'Quantile0.5': onValues((sorted) => quantileSorted(sorted, 0.5)),
  Std_ddof1: onValues((sorted) => moments(sorted).sd),
  InRange_share_0_0: onValues((sorted) => 1 - rangeViolations(sorted, 0, 0).share!),
  OutRange_count_0_0: onValues((sorted) => rangeViolations(sorted, 0, 0).outside),
};
