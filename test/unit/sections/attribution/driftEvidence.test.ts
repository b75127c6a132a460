import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '../../../../src/core/check/readingOf.ts';
import { conceptShift } from '../../../../src/core/sections/attribution/compute/conceptShift.ts';
import { driftEvidence, type Output } from '../../../../src/core/sections/attribution/compute/driftEvidence.ts';
import { labelShift } from '../../../../src/core/sections/attribution/compute/labelShift.ts';
import { scoreBins } from '../../../../src/core/sections/attribution/compute/scoreStrata.ts';
import { cochranMantelHaenszel, type StratumSums, stratumSums } from '../../../../src/core/sections/attribution/compute/stratifiedMeans.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';
import { normals } from '../slices/sampleSegments.ts';

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);

/** Tables [[positives, negatives] of the reference, the same of current]. */
function strata(tables: readonly (readonly [readonly [number, number], readonly [number, number]])[]) {
  const of = (side: 0 | 1): StratumSums => ({
    n: Float64Array.from(tables, (t) => t[side][0] + t[side][1]),
    sum: Float64Array.from(tables, (t) => t[side][0]),
    squares: Float64Array.from(tables, (t) => t[side][0]),
  });
  return { reference: of(0), current: of(1) };
}

test('Cochran-Mantel-Haenszel', () => {
  // statsmodels 0.15.0 StratifiedTable([...]).test_null_odds(correction=False).
  const plain = cochranMantelHaenszel(
    strata([
      [
        [30, 70],
        [20, 80],
      ],
      [
        [50, 50],
        [45, 60],
      ],
      [
        [10, 5],
        [40, 30],
      ],
      [
        [3, 97],
        [9, 150],
      ],
    ]),
  );
  near(plain.statistic, 2.404923790227416);
  near(plain.p, 0.12095401459063526);
  // Rabbits (Agresti 1990), statsmodels 0.15.0: 5.657142857142858 without, 3.928571428571429 with continuity correction (R: p = 0.047).
  const rabbits = cochranMantelHaenszel(
    strata([
      [
        [0, 6],
        [0, 5],
      ],
      [
        [3, 3],
        [0, 6],
      ],
      [
        [6, 0],
        [2, 4],
      ],
      [
        [5, 1],
        [6, 0],
      ],
      [
        [2, 0],
        [5, 0],
      ],
    ]),
  );
  near(rabbits.statistic, 5.6571428571428575);
  near((Math.abs(rabbits.excess) - 0.5) ** 2 / rabbits.variance, 3.928571428571429);
  assert.equal(
    cochranMantelHaenszel(
      strata([
        [
          [3, 0],
          [5, 0],
        ],
        [
          [0, 0],
          [2, 3],
        ],
      ]),
    ).p,
    1,
  );
});

test('stratum sums leave out unknown strata and outcomes', () => {
  const of = stratumSums(Int32Array.from([0, 1, -1, 1]), Float64Array.from([1, 2, 3, Number.NaN]), 2);
  assert.deepEqual(
    [[...of.n], [...of.sum], [...of.squares]],
    [
      [1, 1],
      [1, 2],
      [1, 4],
    ],
  );
});

test('score bins: fine ones lie in the ones shown and carry the range of the reference', () => {
  const normal = normals(1);
  const bins = scoreBins(Float64Array.from({ length: 8000 }, normal), 4000);
  assert.equal(bins.edges.length, 9);
  assert.equal(bins.fine.length + 1, 200);
  assert.equal(bins.binOfFine[0], 0);
  assert.equal(bins.binOfFine[199], 9);
  for (let bin = 0; bin < 10; bin++) assert.equal(bins.binOfFine.filter((b) => b === bin).length, 20);
  assert.equal(scoreBins(new Float64Array(50).fill(0.5), 50).binOfFine.length, 2);
});

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

interface World {
  /** Mean of the score's logit, and what is added to the true logit beyond the score. */
  readonly shift?: number;
  readonly concept?: number;
  /** True logit = slope · score's logit. */
  readonly slope?: number;
  /** Positives are kept with this probability: changes P(y) and nothing given y. */
  readonly keepPositives?: number;
}

/** Scores of a calibrated model and outcomes. */
function binary(rows: number, seed: number, { shift = 0, concept = 0, slope = 1, keepPositives = 1 }: World = {}) {
  const normal = normals(seed);
  const uniform = mulberry32(seed + 77);
  const score = new Float64Array(rows);
  const outcome = new Float64Array(rows);
  for (let i = 0; i < rows; ) {
    const logit = -1 + shift + 1.2 * normal();
    const y = Number(uniform() < logistic(slope * logit + concept));
    if (y === 1 && uniform() > keepPositives) continue;
    score[i] = logistic(logit);
    outcome[i++] = y;
  }
  return { score, outcome };
}

function regression(rows: number, seed: number, { shift = 0, concept = 0 }: World = {}) {
  const normal = normals(seed);
  const score = Float64Array.from({ length: rows }, () => 100 + shift + 10 * normal());
  return { score, outcome: score.map((s) => s + concept + 5 * normal()) };
}

const readings = (runs: number, make: (seed: number) => Output): Record<Reading, number> => {
  const counts: Record<Reading, number> = { mix_shift: 0, concept: 0, label: 0, several: 0, none: 0, cannot_tell: 0 };
  for (let seed = 0; seed < runs; seed++) counts[driftEvidence([make(10 * seed + 3)], []).reading] += 1 / runs;
  return counts;
};

const worlds: readonly (readonly [name: string, expected: Reading, make: (seed: number) => Output, least: number])[] = [
  ['mix shift', 'mix_shift', (s) => ({ reference: binary(6000, s), current: binary(4000, s + 1, { shift: 0.6 }) }), 0.93],
  ['concept drift', 'concept', (s) => ({ reference: binary(6000, s), current: binary(4000, s + 1, { concept: 0.4 }) }), 0.88],
  [
    'concept drift that keeps the mean',
    'concept',
    (s) => ({ reference: binary(6000, s), current: binary(4000, s + 1, { slope: 0.5, concept: -0.35 }) }),
    0.93,
  ],
  ['label shift', 'label', (s) => ({ reference: binary(6000, s), current: binary(4000, s + 1, { keepPositives: 0.5 }) }), 0.9],
  ['weak label shift', 'label', (s) => ({ reference: binary(6000, s), current: binary(4000, s + 1, { keepPositives: 0.75 }) }), 0.75],
  [
    'mix shift and concept drift',
    'several',
    (s) => ({ reference: binary(6000, s), current: binary(4000, s + 1, { shift: 0.6, concept: 0.6 }) }),
    0.93,
  ],
  [
    'mix shift of a regression',
    'mix_shift',
    (s) => ({ reference: regression(3000, s), current: regression(2000, s + 1, { shift: 6 }) }),
    0.93,
  ],
  [
    'concept drift of a regression',
    'concept',
    (s) => ({ reference: regression(3000, s), current: regression(2000, s + 1, { concept: 1 }) }),
    0.93,
  ],
];

for (const [name, expected, make, least] of worlds) {
  test(`planted ${name} is read as ${expected}`, (t) => {
    const counts = readings(60, make);
    t.diagnostic(JSON.stringify(counts));
    assert.ok(counts[expected] >= least, JSON.stringify(counts));
  });
}

for (const [name, make] of [
  ['0/1 outcomes', (s: number) => ({ reference: binary(2000, s), current: binary(1000, s + 1) })],
  ['rare outcomes', (s: number) => ({ reference: binary(3000, s, { concept: -3 }), current: binary(2000, s + 1, { concept: -3 }) })],
  ['a regression', (s: number) => ({ reference: regression(1000, s), current: regression(700, s + 1) })],
] as const) {
  test(`A/A, ${name}: anything but "none" in at most 5 % of 300 runs, plus sampling`, (t) => {
    const counts = readings(300, make);
    t.diagnostic(JSON.stringify(counts));
    assert.equal(counts.cannot_tell, 0);
    // 0.05 + 1.6 standard errors of 300 runs.
    assert.ok(1 - counts.none <= 0.07, JSON.stringify(counts));
  });
}

test('a strong mix shift at size is not taken for a concept drift', (t) => {
  let fired = 0;
  for (let seed = 0; seed < 20; seed++) {
    const reference = binary(60000, 5 * seed);
    const current = binary(60000, 5 * seed + 1, { shift: 1 });
    const found = driftEvidence([{ reference, current }], []);
    if (found.concept.p! <= 0.05) fired++;
  }
  t.diagnostic(`concept p at most 0.05 in ${fired} of 20`);
  assert.ok(fired <= 3, String(fired));
});

test('the effect is the change at equal scores, bin by bin, and the level in the numbers', () => {
  const reference = binary(20000, 1);
  const current = binary(20000, 2, { shift: 0.5, concept: 0.5 });
  const shift = conceptShift(reference, current, scoreBins(reference.score, 20000))!;
  const truth = current.score.reduce((t, s) => t + logistic(Math.log(s / (1 - s)) + 0.5) - s, 0) / 20000;
  assert.ok(shift.effect.low < truth && truth < shift.effect.high, `${JSON.stringify(shift.effect)} ${truth}`);
  assert.equal(shift.bins.length, 10);
  assert.ok(shift.coverage > 0.99);
  const middle = shift.bins[5]!;
  assert.ok(middle.difference!.low > 0 && middle.rows.current > 500 && middle.mean.current! > middle.mean.reference!);
  assert.ok(shift.bins[0]!.above === null && shift.bins[9]!.upTo === null);
});

test('drifted columns count as a mix shift; several classes are one family', () => {
  const same = { reference: binary(2000, 1), current: binary(1000, 2) };
  assert.equal(driftEvidence([same], []).reading, 'none');
  assert.equal(driftEvidence([same], ['age']).reading, 'mix_shift');
  const three = driftEvidence(
    [same, { reference: binary(2000, 3), current: binary(1000, 4) }, { reference: binary(2000, 5), current: binary(1000, 6) }],
    [],
  );
  assert.equal(three.concept.outputs.length, 3);
  assert.ok(three.concept.p! >= 3 * Math.min(...three.concept.outputs.map((c) => c!.p!)) - 1e-12 || three.concept.p! === 1);
});

test('what cannot be told is said so', () => {
  const good = binary(2000, 1);
  const reason = (current: { score: Float64Array; outcome: Float64Array }) => driftEvidence([{ reference: good, current }], []).reason;
  assert.equal(reason(binary(50, 2)), 'few_labels');
  assert.equal(reason({ score: good.score, outcome: good.outcome.map(() => Number.NaN) }), 'few_labels');
  assert.equal(reason({ score: good.score.map((s) => 2 + s), outcome: good.outcome }), 'scores_do_not_overlap');
  const rare = { score: good.score, outcome: good.outcome.map((_, i) => Number(i < 3)) };
  assert.equal(driftEvidence([{ reference: rare, current: rare }], []).reason, 'few_of_a_class');
  assert.equal(driftEvidence([], []).reading, 'cannot_tell');
  const empty = { score: new Float64Array(0), outcome: new Float64Array(0) };
  assert.equal(driftEvidence([{ reference: empty, current: empty }], []).reading, 'cannot_tell');
});

test('label shift: rates with Newcombe’s interval', () => {
  const outcomes = (ones: number, rows: number) => Float64Array.from({ length: rows }, (_, i) => Number(i < ones));
  const shift = labelShift(outcomes(3, 40), outcomes(7, 30))!;
  // statsmodels 0.15.0 confint_proportions_2indep(7, 30, 3, 40, method='newcomb', compare='diff').
  near(shift.change.low, -0.010802022667587619);
  near(shift.change.high, 0.34102288862337726);
  assert.equal(labelShift(outcomes(1, 1), outcomes(7, 30)), null);
});
