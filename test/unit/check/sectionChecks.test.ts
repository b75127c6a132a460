import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { CheckResult } from '../../../src/core/check/check.ts';
import { findingsOf } from '../../../src/core/check/findingsOf.ts';
import { measurementsOf } from '../../../src/core/check/measurementsOf.ts';
import { outcome } from '../../../src/core/check/outcome.ts';
import { withChecks } from '../../../src/core/check/withChecks.ts';
import type { Evaluation } from '../../../src/core/report/evaluationOf.ts';
import { migrate } from '../../../src/core/report/migrate.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { checkOf, checksOf, columnsOf } from '../../../src/core/report/sectionOf.ts';
import { estimate, evaluated, evaluation, measure, row, slice, undefinedRow, unlabelled } from '../words/makeEvaluation.ts';
import { cells, column, missing, months, moved, report, untested } from '../words/makeReport.ts';

/** Outcome, shade and reason of a check in one word: "fail/over", "cannot_tell may_be_chance". */
function said({ verdict: { outcome: of, shade, reason } }: CheckResult): string {
  return `${of}${shade === null ? '' : `/${shade}`}${reason === null ? '' : ` ${reason}`}`;
}

function saidOf(of: Report, kind: Parameters<typeof checksOf>[1]): Record<string, string> {
  return Object.fromEntries(checksOf(of, kind).map((result) => [result.check.id, said(result)]));
}

test('drift: every column has a check on its values, and one on what is missing of it', () => {
  const of = report([
    moved('rose', { since: 2 }),
    moved('season', { unmatched: true }),
    column('watched', { verdict: 'watch', cause: 'whole' }),
    column('little', { certain: true }),
    untested('few', 'too_few_rows', { rowsNeeded: { current: 900, reference: null } }),
    untested('name', 'identifier', { missing: missing(0, 0, 'not_tested') }),
    column('gaps', { verdict: 'alert', cause: 'missing', severity: 'minor', since: 1, missing: missing(0.01, 0.09, 'alert', 0.002) }),
    untested('later', 'pending'),
  ]);
  assert.deepEqual(saidOf(of, 'drift'), {
    'drift/values:rose': 'fail whole',
    'drift/missing:rose': 'pass',
    'drift/values:season': 'fail/seasonal whole',
    'drift/missing:season': 'pass',
    'drift/values:watched': 'pass/watch whole',
    'drift/missing:watched': 'pass',
    'drift/values:little': 'pass/under_limit',
    'drift/missing:little': 'pass',
    'drift/values:few': 'cannot_tell too_few_rows',
    'drift/missing:few': 'pass',
    'drift/values:name': 'not_applicable identifier',
    'drift/values:gaps': 'pass',
    'drift/missing:gaps': 'fail missing',
  });
  const few = checkOf(of, 'drift', 'drift/values:few')!;
  assert.equal(few.verdict.rowsNeeded, 900);
  const gaps = checkOf(of, 'drift', 'drift/missing:gaps')!;
  assert.deepEqual([gaps.since, gaps.verdict.q, gaps.check.bound], [1, 0.002, { maxDrop: 0.05, maxRise: 0.05 }]);
  assert.deepEqual([gaps.measurement.value, gaps.measurement.reference], [0.09, 0.01]);
});

test('a column fails exactly when one of its checks does, and is told once, by the check that carries it', () => {
  const both = moved('x', { missing: missing(0, 0.2, 'alert', 0.001) });
  const of = report(
    [both, column('y', { verdict: 'alert', cause: 'chunk', severity: 'major', chunks: cells('.A.A'), since: 1, effect: 0.3 })],
    {
      time: months(4),
    },
  );
  const failed = checksOf(of, 'drift').filter(({ verdict }) => verdict.outcome === 'fail');
  assert.deepEqual(
    failed.map(({ check }) => check.id),
    ['drift/values:x', 'drift/missing:x', 'drift/values:y'],
  );
  assert.deepEqual(
    findingsOf(of).map(({ code, column: name, severity, chunk, value, limit }) => [code, name, severity, chunk, value, limit]),
    [
      ['drift/distribution', 'x', 'warning', null, 0.183, 0.05],
      ['drift/chunk', 'y', 'critical', '2018-12', 0.3, 0.05],
    ],
  );
});

test('quality: a column that is gone, retyped, empty or failed; labels that are weigh as information', () => {
  const columns = [
    untested('gone', 'only_in_reference'),
    untested('retyped', 'type_changed'),
    untested('empty', 'all_null'),
    column('fine'),
  ];
  const of = report(columns);
  assert.deepEqual(
    checksOf(of, 'quality').map((result) => [said(result), result.check.severity]),
    [
      ['fail only_in_reference', 'critical'],
      ['fail type_changed', 'critical'],
      ['fail all_null', 'info'],
      ['pass', 'critical'],
    ],
  );
  const labels = report(
    columns.map((one) => (one.name === 'gone' ? { ...one, name: 'churned' } : one)),
    { evaluation: evaluation([]) },
  );
  // An evaluation stands in place of the columns in these reports: the columns are put back.
  const sections = withChecks([...of.sections, ...labels.sections.filter(({ kind }) => kind === 'predictions')]);
  assert.equal(checkOf({ sections }, 'quality', 'quality/usable:retyped')!.check.severity, 'critical');
  const target = withChecks([
    ...report(columns.map((one) => (one.name === 'gone' ? { ...one, name: 'churned' } : one))).sections,
    ...labels.sections.filter(({ kind }) => kind === 'predictions'),
  ]);
  assert.equal(checkOf({ sections: target }, 'quality', 'quality/usable:churned')!.check.severity, 'info');
});

test('performance: limits, drops, drops lately and over, excuses, and what cannot be told', () => {
  const ended = [{ first: 1, last: 2, chunks: 2, worst: { chunk: 1, value: 0.7 } }];
  const of = evaluated(
    evaluation(
      [
        row('accuracy', 0.8, 0.7, 'fail', { floor: { min: 0.75, max: null, verdict: 'fail', reason: null } }),
        row('f1', 0.6, 0.5, 'fail'),
        row('recall', 0.6, 0.59, 'pass', { verdict: 'fail', since: 3 }),
        row('precision', 0.6, 0.6, 'pass', { verdict: 'fail', ended }),
        row('roc_auc', 0.8, 0.77, 'cannot_tell', { judged: { rowsNeeded: 4000 } }),
        row('log_loss', 0.4, 0.39, 'improved'),
        row('brier', 0.1, 0.1, 'pass', { floor: { min: null, max: 0.2, verdict: 'pass', reason: null } }),
        undefinedRow('mcc', 'one_class'),
      ],
      { rival: { label: 'no', accuracy: 0.71 } },
    ),
    { time: months(8) },
  );
  assert.deepEqual(saidOf(of, 'performance'), {
    'performance/limit:accuracy': 'fail',
    'performance/drop:accuracy': 'fail',
    'performance/drop:f1': 'fail',
    'performance/drop:recall': 'fail/lately',
    'performance/drop:precision': 'fail/over',
    'performance/drop:roc_auc': 'cannot_tell may_be_chance',
    'performance/drop:log_loss': 'pass/improved',
    'performance/limit:brier': 'pass',
    'performance/drop:brier': 'pass',
    'performance/rival:accuracy': 'pass/watch',
  });
  assert.deepEqual(
    findingsOf(of).map(({ code, severity, chunk, value, values }) => [code, severity, chunk, value, values?.measure]),
    [
      ['performance/limit', 'critical', null, 0.7, 'accuracy'],
      ['performance/drop', 'critical', null, 0.5, 'f1'],
      ['performance/drop', 'critical', '2019-02', 0.59, 'recall'],
      ['performance/drop', 'warning', '2018-12', 0.7, 'precision'],
    ],
  );
  assert.equal(checkOf(of, 'performance', 'performance/drop:roc_auc')!.verdict.rowsNeeded, 4000);
  assert.ok(checkOf(of, 'performance', 'performance/drop:brier')!.verdict.visible! > 0);
});

test('a limit that is broken is told of a measure, not a drop beside it, whose shade it does not change', () => {
  const of = evaluated(
    evaluation([row('accuracy', 0.7, 0.7, 'pass', { verdict: 'fail', floor: { min: 0.75, max: null, verdict: 'fail', reason: null } })]),
  );
  assert.deepEqual(saidOf(of, 'performance'), { 'performance/limit:accuracy': 'fail', 'performance/drop:accuracy': 'pass' });
});

test('estimates weigh less where labels are in, and labels bear them out or do not', () => {
  const worse = estimate({ value: 0.9, low: 0.89, high: 0.91, standing: 'worse', alert: true, realised: 0.95 });
  const blind = evaluated(unlabelled({ estimate: worse }));
  assert.deepEqual(saidOf(blind, 'estimate'), { 'estimate/drop:roc_auc': 'fail' });
  assert.equal(outcome({ ...blind, findings: findingsOf(blind) }).verdict, 'fail');
  const labelled = evaluated(evaluation([], { estimate: worse }));
  assert.deepEqual(saidOf(labelled, 'estimate'), { 'estimate/drop:roc_auc': 'fail', 'estimate/realised:roc_auc': 'pass/watch' });
  assert.equal(outcome({ ...labelled, findings: findingsOf(labelled) }).verdict, 'cannot_tell');
});

test('fairness: a ratio below four fifths fails where it is certain, and may be chance where it is not', () => {
  const gap = (value: number | null, breached: boolean) =>
    ({ code: 'demographic_parity_ratio', value, low: null, high: null, limit: 0.8, breached }) as const;
  const of = (value: number | null, breached: boolean): string => {
    const fairness: Evaluation['fairness'] = [{ column: 'sex', groups: [], gaps: [gap(value, breached)], p: null }];
    return saidOf(evaluated(evaluation([], { fairness })), 'fairness')['fairness/demographic_parity_ratio:sex']!;
  };
  assert.equal(of(0.7, true), 'fail');
  assert.equal(of(0.7, false), 'cannot_tell may_be_chance');
  assert.equal(of(0.8, false), 'pass');
  assert.equal(of(null, false), 'not_applicable no_value');
});

test('the worst slice fails; which one it is, is the answer and not the question', () => {
  const slices = {
    measure: 'error_rate',
    overall: 0.13,
    columns: ['city'],
    tested: 40,
    worst: [slice(), slice({ value: 0.2 })],
    highest: 0,
    fallen: [],
    bySegment: [],
  } as const;
  const of = evaluated(evaluation([], { slices }));
  const [worst] = checksOf(of, 'slices');
  assert.deepEqual(
    [worst!.check.id, said(worst!), worst!.check.subject.kind, worst!.measurement.subject.kind],
    ['slices/worst', 'fail', 'model', 'slice'],
  );
  assert.equal(findingsOf(of).length, 1);
  assert.equal(saidOf(evaluated(evaluation([], { slices: { ...slices, worst: [] } })), 'slices')['slices/worst'], 'pass');
});

test('a score that is off fails where there is nothing to compare with, and is told beside a change where there is', () => {
  const off = measure('ece', 0.08, 0.01);
  const alone = evaluated(evaluation([row('ece', null, 0.08, null, { current: off })]));
  assert.equal(saidOf(alone, 'performance')['performance/calibration:ece'], 'fail');
  const compared = evaluated(evaluation([row('ece', 0.08, 0.08, 'pass', { current: off })]));
  assert.equal(saidOf(compared, 'performance')['performance/calibration:ece'], 'pass/watch');
  assert.deepEqual(findingsOf(compared), []);
});

test('attribution: what changed for certain, what by little, what was not tested, and a slope that the mean hides', () => {
  const number = (value: number, half: number) => ({ value, low: value - half, high: value + half });
  const attribution: NonNullable<Evaluation['attribution']> = {
    measure: 'error_rate',
    reference: 0.08,
    current: 0.12,
    difference: number(0.04, 0.01),
    rows: [],
    covariate: { alerts: 1, tested: 4, p: 1e-5, effect: 0.12, changed: true, small: false },
    label: { p: null, reference: null, current: null, changed: false, small: false },
    concept: { p: 0.001, effect: 0.001, size: 0.004, changed: false, small: true, bins: [] },
    reading: 'mix_shift',
    reason: null,
  };
  const of = (changes: Partial<typeof attribution>): Record<string, string> =>
    saidOf(evaluated(evaluation([], { attribution: { ...attribution, ...changes } })), 'attribution');
  assert.deepEqual(of({}), {
    'attribution/change': 'pass/watch',
    'attribution/inputs': 'pass/watch',
    'attribution/labels': 'not_applicable not_tested',
    'attribution/concept': 'pass/under_limit both_ways',
  });
  assert.equal(of({ difference: number(0.04, 0.05) })['attribution/change'], 'pass');
  assert.equal(of({ difference: number(-0.04, 0.01) })['attribution/change'], 'pass/improved');
});

// Reports as version 3 kept them: see migrate.test.ts.
const folder = new URL('../../fixtures/reports/', import.meta.url);
for (const name of readdirSync(folder)) {
  test(`${name}: its findings are its failed checks, and ids are told apart`, () => {
    const kept = JSON.parse(gunzipSync(readFileSync(new URL(name, folder))).toString());
    const now = migrate(kept)!;
    assert.deepEqual(findingsOf(now), kept.findings);
    const ids = now.sections.flatMap(({ checks }) => checks.map(({ check }) => check.id));
    assert.ok(ids.length > 0);
    assert.equal(new Set(ids).size, ids.length);
    const alerts = columnsOf(now)
      .filter(({ verdict }) => verdict === 'alert')
      .map((one) => one.name);
    const failed = checksOf(now, 'drift')
      .filter(({ verdict }) => verdict.outcome === 'fail')
      .map(({ measurement }) => measurement.subject.column);
    assert.deepEqual([...new Set(failed)], alerts);
  });

  test(`${name}: every number is on one flat list, plain and told apart`, () => {
    const now = migrate(JSON.parse(gunzipSync(readFileSync(new URL(name, folder))).toString()))!;
    const list = measurementsOf(now);
    const keys = list.map(({ measure: code, at, subject }) => JSON.stringify([code, at, subject]));
    assert.equal(new Set(keys).size, keys.length);
    assert.deepEqual(JSON.parse(JSON.stringify(list)), list);
    for (const { value, reason } of list) assert.ok(value !== null || reason !== null);
    // Of every column the share that moved, over the whole and over each of its chunks.
    const cellsOfAll = columnsOf(now).reduce((sum, one) => sum + 1 + one.chunks.length, 0);
    assert.equal(list.filter(({ measure: code }) => code === 'share_moved').length, cellsOfAll);
  });
}
