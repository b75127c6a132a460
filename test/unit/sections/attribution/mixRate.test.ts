import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixRate } from '../../../../src/core/sections/attribution/compute/mixRate.ts';
import { rankedColumns } from '../../../../src/core/sections/attribution/compute/rankedColumns.ts';
import type { SegmentColumn } from '../../../../src/core/stats/groups/segmentColumn.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';

const near = (actual: number, expected: number, digits = 1e-12) =>
  assert.ok(Math.abs(actual - expected) <= digits * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);

/** Rows of groups: counts and errors by group. */
function side(counts: readonly (readonly [n: number, errors: number])[], level = 0): { column: SegmentColumn; loss: Float64Array } {
  const groups = counts.map((_, g) => ({ kind: 'value', value: String(g) }) as const);
  const codes = Uint16Array.from(counts.flatMap(([n], g) => Array<number>(n).fill(g)));
  const loss = Float64Array.from(counts.flatMap(([n, errors]) => Array.from({ length: n }, (_, i) => level + Number(i < errors))));
  return { column: { name: 'city', groups, codes }, loss };
}

test('the split of a worked example, by hand', () => {
  // Shares 0.5, 0.5 → 0.8, 0.2; rates 0.1, 0.3 → 0.2, 0.3. Change 0.22 − 0.2 = 0.02.
  // Mix: 0.3 (0.15 − 0.21) − 0.3 (0.3 − 0.21) = −0.045; rate: 0.1 · 0.65 = 0.065.
  const split = mixRate(
    side([
      [500, 50],
      [500, 150],
    ]),
    side([
      [800, 160],
      [200, 60],
    ]),
  )!;
  near(split.change.value, 0.02);
  near(split.mix.value, -0.045);
  near(split.rate.value, 0.065);
  assert.equal(split.turnover.value, 0);
  near(split.groups[0]!.mix, 0.3 * (0.15 - 0.21));
  assert.equal(split.groups[1]!.kind, 'both');
});

test('swapping the sides swaps signs; a common level changes nothing', () => {
  const [a, b] = [
    side([
      [300, 60],
      [500, 50],
      [200, 100],
    ]),
    side([
      [500, 90],
      [400, 60],
      [100, 70],
    ]),
  ];
  const [there, back] = [mixRate(a, b)!, mixRate(b, a)!];
  for (const of of ['change', 'mix', 'rate'] as const) {
    near(there[of].value, -back[of].value);
    near(there[of].low, -back[of].high);
  }
  const raised = mixRate(
    side(
      [
        [300, 60],
        [500, 50],
        [200, 100],
      ],
      1e6,
    ),
    side(
      [
        [500, 90],
        [400, 60],
        [100, 70],
      ],
      1e6,
    ),
  )!;
  near(raised.mix.value, there.mix.value, 1e-9);
  near(raised.rate.se, there.rate.se, 1e-6);
});

test('new and vanished groups go to turnover, and everything still sums to the change', () => {
  const split = mixRate(
    side([
      [300, 60],
      [500, 50],
      [200, 100],
      [0, 0],
    ]),
    side([
      [500, 90],
      [0, 0],
      [400, 60],
      [100, 70],
    ]),
  )!;
  assert.deepEqual(
    split.groups.map((g) => g.kind),
    ['both', 'vanished', 'both', 'new'],
  );
  assert.equal(split.groups[3]!.mean.reference, null);
  assert.ok(split.turnover.value !== 0 && split.groups[3]!.turnover > 0);
  near(split.mix.value + split.rate.value + split.turnover.value, split.change.value);
  near(split.composition.value, split.mix.value + split.turnover.value);
  near(
    split.groups.reduce((t, g) => t + g.mix + g.rate + g.turnover, 0),
    split.change.value,
  );
});

test('a side without rows gives no split; rows without a loss are left out', () => {
  const a = side([
    [300, 60],
    [500, 50],
  ]);
  assert.equal(
    mixRate(
      a,
      side([
        [0, 0],
        [0, 0],
      ]),
    ),
    null,
  );
  const holes = { ...a, loss: a.loss.map((x, i) => (i % 2 === 0 ? Number.NaN : x)) };
  assert.deepEqual(mixRate(a, holes)!.rows, { reference: 800, current: 400 });
});

/** Rows of a true distribution: share and error rate by group. */
function draw(shares: readonly number[], rates: readonly number[], rows: number, seed: number) {
  const uniform = mulberry32(seed);
  const counts = shares.map((): [number, number] => [0, 0]);
  for (let i = 0; i < rows; i++) {
    let u = uniform();
    let g = 0;
    while (g < shares.length - 1 && u >= shares[g]!) u -= shares[g++]!;
    counts[g]![0]++;
    if (uniform() < rates[g]!) counts[g]![1]++;
  }
  return side(counts);
}

test('intervals hold the true mix and rate effects in about 95 % of 300 draws', (t) => {
  const [w0, w1] = [
    [0.4, 0.3, 0.2, 0.1],
    [0.3, 0.25, 0.25, 0.2],
  ];
  const [m0, m1] = [
    [0.05, 0.1, 0.2, 0.4],
    [0.07, 0.1, 0.25, 0.4],
  ];
  const total = (f: (g: number) => number) => w0.reduce((sum, _, g) => sum + f(g), 0);
  const centre = (total((g) => w0[g]! * m0[g]!) + total((g) => w1[g]! * m1[g]!)) / 2;
  const mix = total((g) => (w1[g]! - w0[g]!) * ((m0[g]! + m1[g]!) / 2 - centre));
  const rate = total((g) => ((m1[g]! - m0[g]!) * (w0[g]! + w1[g]!)) / 2);
  let held = { mix: 0, rate: 0, change: 0 };
  for (let seed = 0; seed < 300; seed++) {
    const split = mixRate(draw(w0, m0, 1500, 2 * seed), draw(w1, m1, 1000, 2 * seed + 1))!;
    const holds = (of: { low: number; high: number }, truth: number) => Number(of.low <= truth && truth <= of.high);
    held = {
      mix: held.mix + holds(split.mix, mix),
      rate: held.rate + holds(split.rate, rate),
      change: held.change + holds(split.change, mix + rate),
    };
  }
  t.diagnostic(`coverage of 300: mix ${held.mix / 300}, rate ${held.rate / 300}, change ${held.change / 300}`);
  for (const of of Object.values(held)) assert.ok(of / 300 > 0.92 && of / 300 < 0.985, JSON.stringify(held));
});

test('columns are ranked by what they did to the metric, not by how much they moved', () => {
  const rows = 4000;
  const make = (seed: number, shares: { harmless: number; city: number }) => {
    const uniform = mulberry32(seed);
    const harmless = new Uint16Array(rows);
    const city = new Uint16Array(rows);
    const still = new Uint16Array(rows);
    const loss = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      harmless[i] = Number(uniform() < shares.harmless);
      city[i] = Number(uniform() < shares.city);
      still[i] = Number(uniform() < 0.5);
      loss[i] = Number(uniform() < (city[i] ? 0.4 : 0.1) + (still[i] ? 0.05 : 0));
    }
    const groups = ['no', 'yes'].map((value) => ({ kind: 'value', value }) as const);
    return { loss, columns: [harmless, city, still].map((codes, c) => ({ name: ['harmless', 'city', 'still'][c]!, groups, codes })) };
  };
  const reference = make(1, { harmless: 0.1, city: 0.2 });
  const current = make(2, { harmless: 0.9, city: 0.4 });
  const splits = reference.columns.map(
    (column, c) => mixRate({ column, loss: reference.loss }, { column: current.columns[c]!, loss: current.loss })!,
  );
  const ranked = rankedColumns(splits);
  assert.equal(ranked[0]!.split.column, 'city');
  assert.deepEqual(
    ranked.map((r) => r.matters),
    [true, false, false],
  );
  // 0.2 more rows in a city with 0.3 more errors.
  assert.ok(ranked[0]!.split.composition.low < 0.06 && ranked[0]!.split.composition.high > 0.06);
  assert.ok(ranked[0]!.split.rate.low < 0 && ranked[0]!.split.rate.high > 0, 'a mix shift without a rate shift');
});

test('A/A: of ten columns any is said to matter in at most 5 % of 300 runs; single effects fire at most as stated', (t) => {
  let runs = 0;
  let mixes = 0;
  let rates = 0;
  for (let seed = 0; seed < 300; seed++) {
    const splits = Array.from({ length: 10 }, (_, c) => {
      const shares = [0.5, 0.3, 0.15, 0.05];
      const risk = c < 5 ? [0.1, 0.2, 0.3, 0.5] : [0.15, 0.15, 0.15, 0.15];
      return mixRate(draw(shares, risk, 1000, seed * 40 + 2 * c), draw(shares, risk, 600, seed * 40 + 2 * c + 1))!;
    });
    if (rankedColumns(splits).some((r) => r.matters)) runs++;
    mixes += splits.filter(({ mix }) => mix.p <= 0.05).length / 10;
    rates += splits.filter(({ rate }) => rate.p <= 0.05).length / 10;
  }
  t.diagnostic(`any column ${runs / 300}, mix ${mixes / 300}, rate ${rates / 300}`);
  assert.ok(runs / 300 <= 0.05 && mixes / 300 <= 0.06 && rates / 300 <= 0.06, `${runs / 300} ${mixes / 300} ${rates / 300}`);
});
