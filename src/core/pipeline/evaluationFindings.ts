import { calibrationOff, mostCalibrationError } from '../check/calibrationOff.ts';
import type { Finding } from '../check/finding.ts';
import { severityOf } from '../check/findingSeverity.ts';
import type { Report, TimeAxis } from '../report/report.ts';
import { resourceCode } from '../report/resourceCode.ts';
import { resultOf } from '../report/sectionOf.ts';
import type { MeasureRow } from '../sections/performance/result.ts';

/** Failed checks of an evaluation: measures beyond their limits, significant drops, estimated drops, worst slices, unfair gaps. */
export function evaluationFindings(report: Pick<Report, 'sections'>, time: TimeAxis | null): Finding[] {
  const predictions = resultOf(report, 'predictions');
  if (predictions === null) return [];
  const { columns, rows } = predictions;
  const place = columns.prediction.column ?? columns.score.column ?? columns.scores[0]?.column ?? columns.target.column ?? '';
  const base = { column: place, chunk: null, value: null, limit: null, q: null };
  const findings: Finding[] = [];
  for (const row of resultOf(report, 'performance')?.measures ?? []) findings.push(...ofMeasure(row, base, time));
  for (const { column, figures } of resultOf(report, 'resources')?.columns ?? []) {
    for (const { of, current, floor } of figures) {
      if (floor?.verdict !== 'fail') continue;
      const limit = floor.max !== null && (current.value === null || current.value > floor.max) ? floor.max : floor.min;
      const values = { measure: resourceCode(of, column) };
      findings.push({
        ...base,
        column,
        code: 'performance/limit',
        severity: severityOf('limit_broken'),
        value: current.value,
        limit,
        values,
      });
    }
  }
  for (const row of resultOf(report, 'estimate')?.rows ?? []) {
    if (!row.whole.alert || row.whole.refused !== null) continue;
    findings.push({
      ...base,
      code: 'performance/estimate',
      severity: severityOf(rows.current.labelled === 0 ? 'estimate_worse' : 'estimate_beside_labels'),
      value: row.whole.value,
      limit: row.limits?.low ?? null,
      values: { measure: row.name },
    });
  }
  const worst = resultOf(report, 'slices')?.worst[0];
  if (worst !== undefined) {
    findings.push({
      ...base,
      column: worst.conditions[0]!.column,
      code: 'performance/slice',
      severity: severityOf('worst_slice'),
      value: worst.value,
      limit: worst.rest,
      q: worst.adjustedP,
      values: { slice: 0 },
    });
  }
  for (const [index, { column, gaps }] of (resultOf(report, 'fairness')?.groups ?? []).entries()) {
    const gap = gaps.findIndex((g) => g.breached);
    if (gap < 0) continue;
    findings.push({
      ...base,
      column,
      code: 'performance/fairness',
      severity: severityOf('unfair_gap'),
      value: gaps[gap]!.value,
      limit: gaps[gap]!.limit,
      values: { fairness: index, gap },
    });
  }
  return findings;
}

function ofMeasure(
  { current, change, floor, since, lately, ended, verdict, chunks }: MeasureRow,
  base: Omit<Finding, 'code' | 'severity'>,
  time: TimeAxis | null,
): Finding[] {
  const values = { measure: current.name, ...(current.at === null ? {} : { at: current.at }) };
  if (floor?.verdict === 'fail') {
    const limit = floor.min !== null && (current.value === null || current.value < floor.min) ? floor.min : floor.max;
    return [{ ...base, code: 'performance/limit', severity: severityOf('limit_broken'), value: current.value, limit, values }];
  }
  if (verdict === 'fail' && change !== null) {
    const code = current.name === 'ece' ? 'performance/calibration' : 'performance/drop';
    const over = since === null && change.verdict !== 'fail' ? (ended.at(-1) ?? null) : null;
    const at = since ?? over?.first ?? null;
    const value = over?.worst.value ?? lately?.current.value ?? (since === null ? current.value : (chunks.at(-1)?.value ?? current.value));
    return [
      {
        ...base,
        code,
        severity: severityOf(over === null ? 'measure_worse' : 'measure_was_worse'),
        chunk: at === null ? null : (time?.chunks[at]?.name ?? null),
        value,
        limit: change.allowed,
        q: change.adjustedP,
        values,
      },
    ];
  }
  if (current.name === 'ece' && change === null && calibrationOff(current)) {
    return [
      {
        ...base,
        code: 'performance/calibration',
        severity: severityOf('badly_calibrated'),
        value: current.value,
        limit: mostCalibrationError,
        values,
      },
    ];
  }
  return [];
}
