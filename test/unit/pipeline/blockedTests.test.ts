import assert from 'node:assert/strict';
import { test } from 'node:test';
import { driftEvidence } from '../../../src/core/sections/attribution/compute/driftEvidence.ts';
import { labelEvidence } from '../../../src/core/sections/attribution/compute/labelEvidence.ts';
import { labelShift } from '../../../src/core/sections/attribution/compute/labelShift.ts';
import { mixRate } from '../../../src/core/sections/attribution/compute/mixRate.ts';
import { fairness } from '../../../src/core/sections/fairness/compute/fairness.ts';
import { groupCounts } from '../../../src/core/sections/fairness/compute/groupCounts.ts';
import { worsenedSlices } from '../../../src/core/sections/slices/compute/worsenedSlices.ts';
import { worstSlices } from '../../../src/core/sections/slices/compute/worstSlices.ts';
import { blockEffect } from '../../../src/core/stats/blocks/blockEffect.ts';
import { meanSide } from '../../../src/core/stats/blocks/blockedSides.ts';
import { blockVariance } from '../../../src/core/stats/blocks/blockVariance.ts';
import { normalQuantile } from '../../../src/core/stats/distributions/normal.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';

const regions = ['north', 'south', 'east', 'west'];

/** Rows of a model that stays; days add to scores, outcomes, errors and to each region's errors (SD on the probit scale). */
interface Side {
  readonly score: Float64Array;
  readonly outcome: Float64Array;
  readonly actual: Int32Array;
  readonly predicted: Int32Array;
  readonly loss: Float64Array;
  readonly region: Uint16Array;
  readonly blockOf: Int32Array;
}

function side(days: number, perDay: number, sd: number, seed: number, bad: (region: number) => number = () => 0): Side {
  const random = mulberry32(seed);
  const normal = (): number => normalQuantile(random() + 2 ** -33);
  const rows = days * perDay;
  const of: Side = {
    score: new Float64Array(rows),
    outcome: new Float64Array(rows),
    actual: new Int32Array(rows),
    predicted: new Int32Array(rows),
    loss: new Float64Array(rows),
    region: new Uint16Array(rows),
    blockOf: new Int32Array(rows),
  };
  for (let day = 0; day < days; day++) {
    const [ofScore, ofOutcome, ofRight] = [sd * normal(), sd * normal(), sd * normal()];
    const ofRegion = regions.map(() => sd * normal());
    for (let i = day * perDay; i < (day + 1) * perDay; i++) {
      const margin = normal() + ofScore;
      const region = Math.floor(random() * regions.length);
      const truth = normal() < margin + ofOutcome + Math.sign(margin) * (0.5 + ofRight + ofRegion[region]! - bad(region)) ? 1 : 0;
      of.score[i] = margin;
      of.outcome[i] = truth;
      of.actual[i] = truth;
      of.predicted[i] = margin >= 0 ? 1 : 0;
      of.loss[i] = of.predicted[i] === truth ? 0 : 1;
      of.region[i] = region;
      of.blockOf[i] = day;
    }
  }
  return of;
}

const column = ({ region }: Side) => ({
  name: 'region',
  codes: region,
  groups: regions.map((value) => ({ kind: 'value' as const, value })),
});
const withBlocks = (of: Side, by: boolean) => (by ? of.blockOf : null);

/** p of every test of an evaluation over two sides, by day or row by row; slices: whether any is named. */
function tests(reference: Side, current: Side, by: boolean): Readonly<Record<string, number | null>> {
  const scored = (of: Side) => ({ score: of.score, outcome: of.outcome, blockOf: withBlocks(of, by) });
  const labelled = (of: Side) => ({ actual: of.actual, predicted: of.predicted, blockOf: withBlocks(of, by) });
  const sliced = (of: Side) => ({ columns: [column(of)], loss: of.loss, blockOf: withBlocks(of, by) });
  const evidence = driftEvidence([{ reference: scored(reference), current: scored(current) }], []);
  const labels = labelEvidence(labelled(reference), labelled(current), 2, false);
  const split = mixRate(
    { column: column(reference), loss: reference.loss, blockOf: withBlocks(reference, by) },
    { column: column(current), loss: current.loss, blockOf: withBlocks(current, by) },
  )!;
  const counts = groupCounts(column(current), current.outcome, Float64Array.from(current.predicted), withBlocks(current, by));
  const numeric = labelShift(reference.score, current.score, 0.05, {
    reference: withBlocks(reference, by),
    current: withBlocks(current, by),
  });
  return {
    'P(x)': evidence.covariate.p,
    'P(y)': evidence.label.p,
    'P(y|x)': evidence.concept.p,
    'P(y) of numbers': numeric!.p,
    'P(x) by labels': labels.covariate.p,
    'P(y) by labels': labels.label.p,
    'P(y|x) by labels': labels.concept.p,
    'change of the loss': split.change.p,
    'rate within groups': split.rate.p,
    'gap of accuracy': fairness(counts).gaps.accuracy!.p,
    worst: worstSlices([column(current)], current.loss, {}, withBlocks(current, by)).slices.length > 0 ? 0 : 1,
    'got worse': worsenedSlices(sliced(reference), sliced(current)).slices.length > 0 ? 0 : 1,
  };
}

/** Share of runs in which each test says that something is there. */
function alarms(runs: number, days: readonly [number, number], sd: number, by: boolean): Record<string, number> {
  const found: Record<string, number> = {};
  for (let run = 0; run < runs; run++) {
    const of = tests(side(days[0], 60, sd, 77_777 * run + 12_345), side(days[1], 60, sd, 99_991 * run + 54_321), by);
    for (const [name, p] of Object.entries(of)) found[name] = (found[name] ?? 0) + (p !== null && p <= 0.05 ? 1 / runs : 0);
  }
  return found;
}

test('where days differ no test of an evaluation alarms more often than it says; row by row each of them does', () => {
  const runs = 200;
  const byDay = alarms(runs, [40, 20], 0.4, true);
  const byRow = alarms(runs, [40, 20], 0.4, false);
  console.log(
    Object.keys(byDay)
      .map((name) => `${name}: ${byDay[name]!.toFixed(3)} (row by row ${byRow[name]!.toFixed(3)})`)
      .join('\n'),
  );
  for (const [name, share] of Object.entries(byDay)) {
    // 5 % and three standard errors of 200 runs.
    assert.ok(share <= 0.097, `${name} ${share}`);
    // Slices are held at 5 % over all of them.
    assert.ok(byRow[name]! >= (name === 'worst' || name === 'got worse' ? 0.03 : 0.14), `${name} row by row ${byRow[name]}`);
  }
});

test('a window of few days takes how days differ from the reference', () => {
  const found = alarms(150, [40, 5], 0.4, true);
  console.log(JSON.stringify(found));
  for (const name of ['P(x)', 'P(y)', 'P(y|x)', 'P(y|x) by labels', 'change of the loss', 'got worse'])
    assert.ok(found[name]! <= 0.104, `${name} ${found[name]}`);
});

test('where rows of a day are independent the tests say nearly what they say of rows, and without blocks exactly', () => {
  const runs = 60;
  const more: Record<string, number[]> = {};
  for (let run = 0; run < runs; run++) {
    const [reference, current] = [side(40, 60, 0, 1000 + 2 * run), side(30, 60, 0, 1001 + 2 * run)];
    const [byDay, byRow] = [tests(reference, current, true), tests(reference, current, false)];
    for (const [name, p] of Object.entries(byDay)) {
      assert.ok(p! >= byRow[name]! - 1e-12, `${name}: days never make a p smaller`);
      (more[name] ??= []).push(p! - byRow[name]!);
    }
  }
  for (const [name, differences] of Object.entries(more)) {
    const mean = differences.reduce((sum, d) => sum + d, 0) / runs;
    assert.ok(mean < 0.08, `${name}: p is ${mean} larger on average`);
  }
});

test('what is there is found where days differ: a region that is bad, one that got worse, a changed relation', () => {
  const reference = side(60, 60, 0.3, 1);
  const current = side(60, 60, 0.3, 2, (region) => (region === 2 ? 1.2 : 0));
  const worst = worstSlices([column(current)], current.loss, {}, current.blockOf).slices;
  assert.deepEqual(
    worst.map(({ conditions }) => conditions),
    [[{ column: 0, group: 2 }]],
  );
  const fallen = worsenedSlices(
    { columns: [column(reference)], loss: reference.loss, blockOf: reference.blockOf },
    { columns: [column(current)], loss: current.loss, blockOf: current.blockOf },
  ).slices;
  assert.deepEqual(
    fallen.map(({ conditions }) => conditions),
    [[{ column: 0, group: 2 }]],
  );
  const all = tests(
    reference,
    side(60, 60, 0.3, 3, () => 1),
    true,
  );
  for (const name of ['P(y|x)', 'P(y|x) by labels', 'change of the loss', 'rate within groups'])
    assert.ok(all[name]! < 0.001, `${name} ${all[name]}`);
});

test('the error of a mean by days of equal size is the spread of their means', () => {
  const values = Float64Array.from([1, 3, 2, 6, 5, 9, 4, 4, 7, 1]);
  const blockOf = Int32Array.from([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  const { byRows, sums, rows } = meanSide(values, blockOf);
  // By hand: means of days 2, 4, 7, 4, 4 have the variance 3.2 (divisor 4), over 5 days; rows the variance 62 / 9 … over 10 rows.
  const mean = [...values].reduce((sum, x) => sum + x, 0) / 10;
  const variance = [...values].reduce((sum, x) => sum + (x - mean) ** 2, 0) / 9;
  assert.ok(Math.abs(byRows - variance / 10) < 1e-12);
  const effect = blockEffect(1, { byRows, sums, rows }, null)!;
  assert.ok(Math.abs(effect.factor - Math.max(1, 3.2 / 5 / byRows)) < 1e-12, String(effect.factor));
  assert.equal(effect.degrees, 4);
  assert.equal(blockEffect(1, { byRows, sums: null, rows: new Float64Array(0) }, null), null, 'without blocks rows are independent');
});

test("one rule says what blocks do: own days from eight on, the reference's below, rows without either", () => {
  const own = { variance: 4, clusters: 10, lag: null };
  assert.deepEqual(blockVariance(1, own, Array<number>(10).fill(5), { perBlock: 100, blocks: 40, r: 0 }, null), {
    variance: 4,
    degrees: 9,
  });
  assert.deepEqual(blockVariance(1, { ...own, variance: 0.5 }, Array<number>(10).fill(5), 'none', null), { variance: 1, degrees: 9 });
  // 1 + 8 · 4 · (5 / 20)² of four days.
  assert.deepEqual(
    blockVariance(1, { variance: 4, clusters: 4, lag: null }, Array<number>(4).fill(5), { perBlock: 8, blocks: 40, r: 0 }, null),
    {
      variance: 3,
      degrees: 39,
    },
  );
  assert.deepEqual(blockVariance(1, { variance: 4, clusters: 5, lag: null }, Array<number>(5).fill(5), 'none', null), {
    variance: 4,
    degrees: 4,
  });
  assert.deepEqual(blockVariance(1, null, [9, 9], null, null), { variance: 1, degrees: null });
  assert.deepEqual(blockVariance(1, { variance: 4, clusters: 3, lag: null }, [9, 9, 9], 'none', null), { variance: 1, degrees: null });
});

test('a test that was not made has no p: one label everywhere, one predicted class, one score', () => {
  const rows = 400;
  const same = { score: Float64Array.from({ length: rows }, (_, i) => i / rows), outcome: new Float64Array(rows) };
  const evidence = driftEvidence([{ reference: same, current: same }], []);
  assert.equal(evidence.label.p, null);
  assert.equal(evidence.concept.p, null);
  assert.equal(evidence.scoreGivenLabel?.p !== undefined && evidence.covariate.p !== null, true);
  const one = { score: new Float64Array(rows).fill(0.3), outcome: Float64Array.from({ length: rows }, (_, i) => i % 2) };
  assert.equal(driftEvidence([{ reference: one, current: one }], []).covariate.p, null);
  const zeros = { actual: new Int32Array(rows), predicted: new Int32Array(rows) };
  const labels = labelEvidence(zeros, zeros, 2, false);
  assert.deepEqual([labels.covariate.p, labels.label.p, labels.concept.p], [null, null, null]);
});
