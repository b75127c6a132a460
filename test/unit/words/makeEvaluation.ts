import { modelVerdict } from '../../../src/core/check/modelVerdict.ts';
import type { MeasureChange } from '../../../src/core/check/verdict.ts';
import type { Measure, UndefinedReason } from '../../../src/core/measures/measure.ts';
import { catalogue, type MeasureName } from '../../../src/core/measures/registry.ts';
import type { TargetPick } from '../../../src/core/report/evaluationColumns.ts';
import type { Evaluation } from '../../../src/core/report/evaluationOf.ts';
import type { Report } from '../../../src/core/report/report.ts';
import type { Estimate, EstimatePoint } from '../../../src/core/sections/estimate/result.ts';
import type { MeasureRow } from '../../../src/core/sections/performance/result.ts';
import type { SliceRow } from '../../../src/core/sections/slices/result.ts';
import type { ReportChanges } from '../../harness/changedReport.ts';
import { report } from './makeReport.ts';

/** A measure with an interval of ± `half`. */
export function measure(name: MeasureName, value: number | null, half = 0.007, changes: Partial<Measure> = {}): Measure {
  const { unit, direction } = catalogue[name];
  const interval = value === null ? null : { low: value - half, high: value + half, level: 0.95, method: 'delong' as const };
  return { name, at: null, value, unit, direction, interval, n: 10_000, reason: null, basis: null, ...changes };
}

/** A measure of both sides and the change between them, ± `half`. */
export function row(
  name: MeasureName,
  from: number | null,
  to: number | null,
  verdict: MeasureChange['verdict'] | null,
  changes: Partial<MeasureRow> & {
    readonly half?: number;
    readonly change?: MeasureChange | null;
    readonly judged?: Partial<MeasureChange>;
  } = {},
): MeasureRow {
  const { half = 0.016, judged, ...rest } = changes;
  const change =
    verdict === null || from === null || to === null
      ? null
      : {
          difference: to - from,
          interval: { low: to - from - half, high: to - from + half, level: 0.95 },
          p: 0.2,
          adjustedP: verdict === 'fail' ? 0.001 : 0.4,
          allowed: 0.02,
          verdict,
          rowsNeeded: null,
          ...judged,
        };
  return {
    reference: from === null ? null : measure(name, from),
    current: measure(name, to),
    shown: true,
    change,
    floor: null,
    verdict,
    p: change === null ? null : 0.2,
    adjustedP: change?.adjustedP ?? null,
    since: null,
    lately: null,
    ended: [],
    excuse: null,
    chunks: [],
    referenceChunks: [],
    ...rest,
  };
}

/** A measure of current alone that has no value. */
export function undefinedRow(name: MeasureName, reason: UndefinedReason): MeasureRow {
  return row(name, null, null, null, { current: measure(name, null, 0, { reason }) });
}

export function pick(column: string | null, changes: Partial<TargetPick> = {}): TargetPick {
  const evidence = column === null ? [] : [{ code: 'name' as const, value: column }];
  return { column, evidence, alternatives: [], ranked: [], open: false, ...changes };
}

export function evaluation(measures: readonly MeasureRow[], changes: Partial<Evaluation> = {}): Evaluation {
  const rows = { rows: 10_000, labelled: 10_000, predicted: 10_000, scored: 10_000, usable: 10_000, outside: 0, infinite: 0 };
  const made: Omit<Evaluation, 'verdict'> = {
    columns: {
      task: 'binary',
      taskGiven: false,
      target: pick('churned'),
      prediction: pick('y_pred', { evidence: [{ code: 'copy_of_score', value: 0.5 }] }),
      score: pick('p_churn'),
      scores: [],
      positive: 'yes',
      user: pick(null),
      item: pick(null),
    },
    classes: ['no', 'yes'],
    classCount: 2,
    threshold: 0.5,
    costs: null,
    rows: { reference: rows, current: rows },
    training: null,
    resources: [],
    behaviour: { rows: [], classes: [], classChange: null, histogram: null, chunks: [] },
    measures,
    rival: null,
    season: null,
    labelsEnd: null,
    clusters: null,
    confusion: null,
    byClass: [],
    curves: null,
    residuals: null,
    estimate: null,
    slices: null,
    fairness: [],
    attribution: null,
    notes: [],
    ...changes,
  };
  return { ...made, verdict: changes.verdict ?? modelVerdict(made) };
}

export function unlabelled(changes: Partial<Evaluation> = {}): Evaluation {
  const base = evaluation([], changes);
  const rows = { ...base.rows, current: { ...base.rows.current, labelled: 0, usable: 0 } };
  return { ...base, rows, verdict: modelVerdict({ ...base, rows }) };
}

export function estimate(point: Partial<EstimatePoint> = {}, changes: Partial<Estimate> = {}): Estimate {
  const whole: EstimatePoint = {
    chunk: null,
    value: 0.96,
    low: 0.95,
    high: 0.97,
    n: 10_000,
    realised: null,
    standing: 'as_reference',
    alert: false,
    refused: null,
    ...point,
  };
  return {
    method: 'cbpe',
    calibrated: true,
    refused: null,
    beyond: [],
    rows: [
      {
        name: 'roc_auc',
        whole,
        chunks: [],
        referenceChunks: [],
        reference: 0.963,
        limits: { low: 0.945, high: 0.981 },
        wholeLimits: { low: 0.958, high: 0.968 },
        since: null,
      },
    ],
    ledger: null,
    ...changes,
  };
}

export function slice(changes: Partial<SliceRow> = {}): SliceRow {
  return {
    conditions: [
      { column: 'city', group: { kind: 'value', value: 'Lyon' } },
      { column: 'plan', group: { kind: 'value', value: 'free' } },
    ],
    n: 400,
    share: 0.04,
    value: 0.31,
    low: 0.27,
    high: 0.36,
    rest: 0.12,
    reference: null,
    p: 1e-9,
    adjustedP: 1e-6,
    impact: 0.2,
    ...changes,
  };
}

/** A report of an evaluation; no columns compared unless asked for. */
export function evaluated(of: Evaluation, changes: ReportChanges = {}): Report {
  return report([], { evaluation: of, ...changes });
}
