import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepsFourFifths } from '../../../../src/core/check/gapVerdict.ts';
import { fairness } from '../../../../src/core/sections/fairness/compute/fairness.ts';
import { groupCounts, labelledCounts } from '../../../../src/core/sections/fairness/compute/groupCounts.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';

const near = (actual: number | null | undefined, expected: number) =>
  assert.ok(Math.abs(actual! - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);

test('gaps: extremes, interval and test', () => {
  const of = fairness([
    labelledCounts({ tp: 40, fp: 10, fn: 20, tn: 130 }),
    labelledCounts({ tp: 15, fp: 20, fn: 25, tn: 90 }),
    labelledCounts({ tp: 5, fp: 5, fn: 30, tn: 50 }),
  ]);
  const gap = of.gaps.selectionRate!;
  assert.deepEqual([gap.highest, gap.lowest, gap.comparable], [0, 2, 3]);
  near(gap.difference, 50 / 200 - 10 / 90);
  near(gap.ratio, 10 / 90 / 0.25);
  // scipy 1.17.1 chi2_contingency([[50, 150], [35, 115], [10, 80]], correction=False).
  near(gap.p, 0.02374657484356284);
  assert.ok(gap.low! > 0 && gap.low! < gap.difference && gap.high! > gap.difference);
  near(of.gaps.fnr!.difference, of.gaps.tpr!.difference);
  near(of.equalOpportunityDifference, 40 / 60 - 5 / 35);
  near(of.equalisedOddsDifference, Math.max(40 / 60 - 5 / 35, 20 / 110 - 10 / 140));
  assert.equal(keepsFourFifths(of.demographicParityRatio), false);
  assert.ok(of.gaps.selectionRate!.adjusted! >= gap.p!);
});

test('two groups: the interval is Newcombe’s at the plain level', () => {
  const of = fairness([labelledCounts({ tp: 7, fp: 0, fn: 0, tn: 23 }), labelledCounts({ tp: 3, fp: 0, fn: 0, tn: 37 })]);
  // statsmodels 0.15.0 confint_proportions_2indep(7, 30, 3, 40, method='newcomb', compare='diff').
  near(of.gaps.selectionRate!.low, -0.010802022667587619);
  near(of.gaps.selectionRate!.high, 0.34102288862337726);
});

test('small groups and groups without positives are shown, and excluded with the reason', () => {
  const of = fairness([
    labelledCounts({ tp: 40, fp: 10, fn: 20, tn: 130 }),
    labelledCounts({ tp: 38, fp: 12, fn: 22, tn: 128 }),
    labelledCounts({ tp: 0, fp: 10, fn: 0, tn: 90 }),
    labelledCounts({ tp: 0, fp: 0, fn: 2, tn: 4 }),
    { tp: 0, fp: 0, fn: 0, tn: 0, n: 50, selected: 5 },
  ]);
  assert.equal(of.groups.length, 5);
  assert.deepEqual(of.groups[2]!.excluded, { tpr: 'no_positives', fnr: 'no_positives' });
  assert.equal(of.groups[3]!.excluded.selectionRate, 'few_rows');
  assert.equal(of.groups[3]!.excluded.tpr, 'few_rows');
  assert.equal(of.groups[4]!.excluded.selectionRate, undefined);
  assert.equal(of.groups[4]!.excluded.accuracy, 'no_labels');
  assert.equal(of.gaps.tpr!.comparable, 2);
  assert.equal(of.gaps.selectionRate!.comparable, 4);
  near(of.equalOpportunityDifference, 2 / 60);
});

test('a ratio of exactly four fifths passes; nobody selected gives no ratio; no groups give nothing', () => {
  assert.equal(
    keepsFourFifths(
      fairness([labelledCounts({ tp: 40, fp: 0, fn: 0, tn: 60 }), labelledCounts({ tp: 50, fp: 0, fn: 0, tn: 50 })]).demographicParityRatio,
    ),
    true,
  );
  const none = fairness([labelledCounts({ tp: 0, fp: 0, fn: 10, tn: 60 }), labelledCounts({ tp: 0, fp: 0, fn: 5, tn: 50 })]);
  assert.equal(none.demographicParityRatio, null);
  assert.equal(keepsFourFifths(none.demographicParityRatio), null);
  assert.equal(none.groups[0]!.excluded.precision, 'no_selected');
  assert.equal(none.gaps.precision, null);
  const empty = fairness([]);
  assert.deepEqual(
    [empty.demographicParityDifference, empty.equalisedOddsDifference, keepsFourFifths(empty.demographicParityRatio)],
    [null, null, null],
  );
  const one = fairness([labelledCounts({ tp: 30, fp: 0, fn: 0, tn: 60 })]);
  assert.deepEqual([one.gaps.tpr!.comparable, one.gaps.tpr!.low, one.gaps.tpr!.p], [1, null, null]);
});

test('counts by group: rows without a label count for selection, rows without a prediction for nothing', () => {
  const groups = ['a', 'b'].map((value) => ({ kind: 'value', value }) as const);
  const column = { name: 'sex', groups, codes: Uint16Array.from([0, 0, 0, 1, 1, 1]) };
  assert.deepEqual(groupCounts(column, [1, 0, null, 1, 0, 1], [1, 1, 1, 0, 0, null]), [
    { tp: 1, fp: 1, fn: 0, tn: 0, n: 3, selected: 3 },
    { tp: 0, fp: 0, fn: 1, tn: 1, n: 2, selected: 0 },
  ]);
});

test('A/A: six alike groups, any gap with adjusted p at most 0.05 in at most 5 % of 300 runs (plus sampling), intervals of all gaps hold', (t) => {
  let runs = 0;
  let excluded = 0;
  for (let seed = 0; seed < 300; seed++) {
    const uniform = mulberry32(seed);
    const counts = Array.from({ length: 6 }, () => {
      const of = { tp: 0, fp: 0, fn: 0, tn: 0 };
      for (let i = 0; i < 200; i++) {
        const y = uniform() < 0.3;
        const p = uniform() < (y ? 0.7 : 0.2);
        of[y ? (p ? 'tp' : 'fn') : p ? 'fp' : 'tn']++;
      }
      return labelledCounts(of);
    });
    const { gaps } = fairness(counts);
    const all = [gaps.selectionRate!, gaps.tpr!, gaps.fpr!, gaps.precision!, gaps.accuracy!];
    if (all.some((g) => g.adjusted! <= 0.05)) runs++;
    if (gaps.selectionRate!.low! > 0) excluded++;
  }
  t.diagnostic(`any gap ${runs / 300}, interval of the selection rate off 0 ${excluded / 300}`);
  // 0.05 + 2 standard errors of 300 runs.
  assert.ok(runs / 300 <= 0.075 && excluded / 300 <= 0.075, `${runs} ${excluded}`);
});
