import assert from 'node:assert/strict';
import { test } from 'node:test';
import { segmentMetric } from '../../../../src/core/sections/slices/compute/segmentMetric.ts';
import { meansContrast } from '../../../../src/core/stats/groups/contrast.ts';
import { contrastInterval } from '../../../../src/core/stats/groups/groupInterval.ts';
import { groupSums } from '../../../../src/core/stats/groups/groupSums.ts';
import { rateContrast } from '../../../../src/core/stats/groups/rateContrast.ts';
import type { Sums } from '../../../../src/core/stats/groups/sums.ts';
import { newcombe } from '../../../../src/core/stats/intervals/newcombe.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';
import { randomColumns } from './sampleSegments.ts';

const near = (actual: number, expected: number, digits = 1e-9) =>
  assert.ok(Math.abs(actual - expected) <= digits * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);

function sumsOf(values: readonly number[]): Sums {
  return { n: values.length, sum: values.reduce((t, x) => t + x, 0), squares: values.reduce((t, x) => t + x * x, 0) };
}

for (const kind of ['binary', 'real'] as const) {
  test(`groupSums of ${kind} losses: every cell of every pair as counted row by row; small groups are not paired`, () => {
    const rows = 6000;
    const columns = randomColumns(rows, [2, 3, 5, 21, 4, 9], 11);
    const uniform = mulberry32(3);
    const loss = Float64Array.from({ length: rows }, () => {
      const u = uniform();
      if (uniform() < 0.1) return Number.NaN;
      return kind === 'binary' ? Number(u < 0.2) : 1000 + u;
    });
    const minRows = 250;
    const { all, shift, binary, singles, pairs } = groupSums(columns, loss, { pairs: { minRows } });
    assert.equal(binary, kind === 'binary');
    assert.equal(pairs.length, 15);
    const kept = [...loss.keys()].filter((i) => Number.isFinite(loss[i]!));
    assert.equal(all.n, kept.length);
    let small = 0;
    for (const { first, second, n, sum, squares } of pairs) {
      const width = columns[second]!.groups.length;
      for (let cell = 0; cell < n.length; cell++) {
        const [a, b] = [Math.floor(cell / width), cell % width];
        const own = kept.filter((i) => columns[first]!.codes[i] === a && columns[second]!.codes[i] === b).map((i) => loss[i]! - shift);
        const expected = sumsOf(own);
        if (singles[first]!.n[a]! < minRows || singles[second]!.n[b]! < minRows) {
          small++;
          assert.equal(n[cell], 0);
          continue;
        }
        assert.equal(n[cell], expected.n);
        near(sum[cell]!, expected.sum);
        near(squares[cell]!, expected.squares);
      }
    }
    assert.ok(small > 20, 'some groups are below the limit');
  });
}

test('contrast of two means is Welch’s test', () => {
  const a = [1.2, 3.4, 2.2, 5.1, 4.4, 2.9, 3.3];
  const b = [0.4, 1.1, 2.0, 1.7, 0.9, 2.8, 1.3, 0.2, 1.9];
  const contrast = meansContrast([
    { sums: sumsOf(a), floor: 0 },
    { sums: sumsOf(b), floor: 0 },
  ]);
  // scipy 1.17.1 ttest_ind(a, b, equal_var=False) and its confidence_interval().
  near(contrast.statistic, 3.2756907178881725);
  near(contrast.p, 0.00878369836069651);
  near(contrast.df, 9.619680317649344);
  const { low, high } = contrastInterval(contrast, 0.05);
  near(low, 0.5840930344515032);
  near(high, 3.111145060786592);
});

test('contrast of means: equal losses in a small slice prove nothing', () => {
  const rest = sumsOf(Array.from({ length: 1000 }, (_, i) => (i % 50 === 0 ? 0.5 : 1)));
  const slice = sumsOf(Array(30).fill(1));
  const whole = { n: 1030, sum: rest.sum + 30, squares: rest.squares + 30 };
  const floor = (whole.squares - whole.sum ** 2 / whole.n) / (whole.n - 1);
  assert.ok(
    meansContrast([
      { sums: slice, floor },
      { sums: rest, floor: 0 },
    ]).p > 0.3,
  );
  assert.ok(
    meansContrast([
      { sums: slice, floor: 0 },
      { sums: rest, floor: 0 },
    ]).p < 1e-4,
  );
});

test('contrast of rates: exact where counts are small', () => {
  const slice = { n: 30, sum: 4, squares: 4 };
  const rest = { n: 970, sum: 10, squares: 10 };
  // scipy 1.17.1 fisher_exact([[4, 26], [10, 960]], alternative='greater').
  near(rateContrast(slice, rest, 'exact').p, 2 * 0.000536361977130734);
  assert.ok(rateContrast(slice, rest, 'z').p < 1e-6);
});

test('Newcombe’s interval', () => {
  // statsmodels 0.15.0 confint_proportions_2indep(7, 30, 3, 40, method='newcomb', compare='diff').
  const { low, high } = newcombe(7, 30, 3, 40);
  near(low, -0.010802022667587619);
  near(high, 0.34102288862337726);
  // Golden two_proportion_ci, case "all" (statsmodels 0.13.5, diff_newcomb).
  const all = newcombe(100, 100, 98, 100);
  near(all.low, -0.01973300711633589);
  near(all.high, 0.07001179072854402);
});

test('segment metric: rates with Wilson’s interval, difference to the rest; an empty group has none', () => {
  const codes = Uint16Array.from([...Array(30).fill(0), ...Array(40).fill(1)]);
  const loss = Float64Array.from({ length: 70 }, (_, i) => Number(i < 7 || (i >= 30 && i < 33)));
  const groups = ['a', 'b', 'c'].map((value) => ({ kind: 'value', value }) as const);
  const [a, , c] = segmentMetric({ name: 'x', groups, codes }, loss);
  assert.equal(a!.n, 30);
  near(a!.mean!.value, 7 / 30);
  near(a!.gap!.low, -0.010802022667587619);
  near(a!.gap!.high, 0.34102288862337726);
  assert.deepEqual(c, { group: 2, n: 0, share: 0, mean: null, gap: null });
});
