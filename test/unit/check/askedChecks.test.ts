import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedChecks } from '../../../src/core/check/askedChecks.ts';
import { measured } from '../../../src/core/check/measured.ts';
import type { Measurement } from '../../../src/core/check/measurement.ts';
import { ofColumn, ofModel, ofSlice } from '../../../src/core/check/subjects.ts';
import type { DriftbookCheck } from '../../../src/core/driftbook/checkShape.ts';

const auc = (value: number | null, known: Partial<Measurement> = {}): Measurement =>
  measured('roc_auc', { subject: ofModel(), value, unit: 'share', direction: 'higher', rows: 100, ...known });
const psi = (column: string, value: number, chunk: number | null = null): Measurement =>
  measured('psi', { subject: ofColumn(column, chunk), value, unit: 'number', direction: 'lower', rows: 50 });

function decide(
  check: Partial<DriftbookCheck> & { readonly measure: string },
  list: readonly Measurement[],
  past: readonly Measurement[] = [],
) {
  const facts = { measurements: list, past: past.map((one) => [one]), cell: 'c', today: '2026-06-01' };
  return askedChecks([check as DriftbookCheck], facts);
}

/** Outcome and reason of the only result. */
function said(...asked: Parameters<typeof decide>): string {
  const [result, ...more] = decide(...asked);
  assert.equal(more.length, 0);
  const { outcome, reason } = result!.verdict;
  return reason === null ? outcome : `${outcome} ${reason}`;
}

test('min, max and equals: what lies on the limit is allowed, rounding apart', () => {
  const at = [auc(0.8)];
  assert.equal(said({ measure: 'roc_auc', min: 0.8 }, at), 'pass');
  assert.equal(said({ measure: 'roc_auc', min: 0.8001 }, at), 'fail beyond');
  assert.equal(said({ measure: 'roc_auc', max: 0.8 }, [auc(0.1 + 0.7)]), 'pass');
  assert.equal(said({ measure: 'roc_auc', max: 0.7999 }, at), 'fail beyond');
  assert.equal(said({ measure: 'roc_auc', equals: 0.8 }, at), 'pass');
  assert.equal(said({ measure: 'roc_auc', equals: 0.81 }, at), 'fail beyond');
  assert.equal(said({ measure: 'roc_auc', min: 0.7, max: 0.75 }, at), 'fail beyond');
});

test('an interval that does not lie beyond the limit: cannot tell, with the rows at which it would', () => {
  const near = [auc(0.75, { interval: { low: 0.65, high: 0.85 } })];
  assert.equal(said({ measure: 'roc_auc', min: 0.8 }, near), 'cannot_tell may_be_chance');
  // The half-width of 0.1 has to fall to the gap of 0.05: four times the rows.
  assert.equal(decide({ measure: 'roc_auc', min: 0.8 }, near)[0]!.verdict.rowsNeeded, 400);
  assert.equal(said({ measure: 'roc_auc', min: 0.8, uncertain: 'fail' }, near), 'fail may_be_chance');
  assert.equal(said({ measure: 'roc_auc', min: 0.86 }, near), 'fail beyond');
  assert.equal(said({ measure: 'roc_auc', min: 0.7 }, near), 'pass');
  assert.equal(said({ measure: 'roc_auc', equals: 0.8 }, near), 'cannot_tell may_be_chance');
  assert.equal(said({ measure: 'roc_auc', min: 0.8 }, [auc(0.75, { interval: { low: 0.7, high: null } })]), 'cannot_tell may_be_chance');
});

test('drop, rise and ratio against reference: by the interval of the difference where there is one', () => {
  const fell = [auc(0.75, { reference: 0.8, difference: -0.05, differenceInterval: { low: -0.06, high: -0.04 } })];
  assert.equal(said({ measure: 'roc_auc', max_drop: 0.05 }, fell), 'pass');
  assert.equal(said({ measure: 'roc_auc', max_drop: 0.045 }, fell), 'cannot_tell may_be_chance');
  assert.equal(said({ measure: 'roc_auc', max_drop: 0.02 }, fell), 'fail beyond');
  assert.equal(said({ measure: 'roc_auc', max_rise: 0 }, fell), 'pass');
  assert.equal(said({ measure: 'roc_auc', max_ratio: 0.5 }, fell), 'fail beyond');
  assert.equal(said({ measure: 'roc_auc', max_drop: 0.02 }, [auc(0.75)]), 'cannot_tell no_reference');
  assert.equal(said({ measure: 'roc_auc', max_ratio: 2 }, [auc(0.75, { reference: 0 })]), 'cannot_tell no_ratio');
  assert.equal(said({ measure: 'roc_auc', min: 0.78, max_drop: 0.02 }, [auc(0.75)]), 'fail beyond', 'a limit that is there tells');
});

test('limits of kept runs, and their warm-up', () => {
  const past = [1, 2, 3, 4].map((value) => auc(value));
  assert.equal(said({ measure: 'roc_auc', max_rise: 1, to: 'previous' }, [auc(5)], past), 'pass');
  assert.equal(said({ measure: 'roc_auc', max_rise: 0.9, to: 'previous' }, [auc(5)], past), 'fail beyond');
  assert.equal(said({ measure: 'roc_auc', max_rise: 1, to: 'previous' }, [auc(5)]), 'cannot_tell no_previous');
  const [early] = decide({ measure: 'roc_auc', to: 'p95(5 runs)' }, [auc(5)], past);
  assert.deepEqual([early!.verdict.outcome, early!.verdict.reason, early!.history], ['cannot_tell', 'warm_up', { runs: 4, needed: 5 }]);
  // By hand: type 7 of 1, 2, 3, 4 at 50 % and 25 % is 2.5 and 1.75; their sample deviation is the root of 5/3.
  assert.equal(decide({ measure: 'roc_auc', to: 'p50(4 runs)' }, [auc(5)], past)[0]!.broken?.value, 2.5);
  assert.deepEqual(decide({ measure: 'roc_auc', to: 'p25(4 runs)' }, [auc(1)], past)[0]!.broken, {
    side: 'min',
    value: 1.75,
    from: 'percentile',
    base: 1.75,
  });
  const [band] = decide({ measure: 'roc_auc', to: 'mean±2sd(4 runs)' }, [auc(6)], past);
  assert.ok(Math.abs(band!.broken!.value - (2.5 + 2 * 1.2909944487358056)) < 1e-12);
  assert.equal(said({ measure: 'roc_auc', to: 'mean±2sd(4 runs)' }, [auc(5)], past), 'pass');
});

test('columns, slices and chunks are looked at one by one; what is not there does not apply, with what was meant', () => {
  const list = [psi('price', 0.3), psi('age', 0.1), psi('price', 0.4, 0), psi('price', 0.1, 1), psi('price', 0.5, 2)];
  const each = (check: Partial<DriftbookCheck>) =>
    decide({ measure: 'psi', max: 0.2, ...check }, list).map(({ check: { id }, verdict: { outcome }, since, near }) => [
      id,
      outcome,
      since,
      near,
    ]);
  assert.deepEqual(each({}), [
    ['c/0/psi:price', 'fail', 2, null],
    ['c/0/psi:age', 'pass', null, null],
  ]);
  assert.deepEqual(each({ columns: ['age', 'prize'] }), [
    ['c/0/psi:age', 'pass', null, null],
    ['c/0/psi:prize', 'not_applicable', null, 'price'],
  ]);
  assert.deepEqual(each({ columns: ['price'], chunks: 'last' }), [['c/0/psi:price#2', 'fail', 2, null]]);
  assert.equal(each({ columns: ['price'], chunks: 'each' }).length, 3);
  assert.equal(said({ measure: 'psj', max: 1 }, list), 'not_applicable no_measure');
  const slice = measured('error_rate', {
    subject: ofSlice([{ column: 'country', group: { kind: 'value', value: 'NL' } }]),
    value: 0.5,
    unit: 'share',
    direction: 'lower',
  });
  assert.equal(said({ measure: 'error_rate', slices: ['country=NL'], max: 0.4 }, [slice]), 'fail beyond');
  assert.equal(said({ measure: 'error_rate', slices: ['country=DE'], max: 0.4 }, [slice]), 'not_applicable no_slice');
});

test('few rows, no value, silence until a day', () => {
  assert.equal(said({ measure: 'roc_auc', min: 0.9, min_rows: 101 }, [auc(0.5)]), 'not_applicable min_rows');
  assert.equal(said({ measure: 'roc_auc', min: 0.9, min_rows: 100 }, [auc(0.5)]), 'fail beyond');
  assert.equal(said({ measure: 'roc_auc', min: 0.9 }, [auc(null, { reason: 'one_class' })]), 'cannot_tell one_class');
  const mutedOn = (until: string) =>
    decide({ measure: 'roc_auc', min: 0.9, mute: { until, reason: 'known' } }, [auc(0.5)])[0]!.muted !== null;
  assert.deepEqual(['2026-06-01', '2026-06-02'].map(mutedOn), [false, true]);
});
