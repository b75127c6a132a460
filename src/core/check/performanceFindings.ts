import type { Report } from '../report/report.ts';
import { resourceCode } from '../report/resourceCode.ts';
import { checkOf, resultOf } from '../report/sectionOf.ts';
import type { MeasureRow } from '../sections/performance/result.ts';
import { brokenBound } from './brokenBound.ts';
import type { CheckResult } from './check.ts';
import { calibrationId, dropId, estimateId, gapId, limitId } from './checkIds.ts';
import type { Finding } from './finding.ts';

type Asked = Pick<Report, 'sections' | 'time'>;
type Told = Omit<Finding, 'code' | 'severity'>;

/** Failed checks on predictions as findings: measures, resources, estimates, the worst slice, gaps between groups; none where none were evaluated. */
export function performanceFindings(report: Asked): Finding[] {
  const predictions = resultOf(report, 'predictions');
  if (predictions === null) return [];
  const { columns } = predictions;
  const column = columns.prediction.column ?? columns.score.column ?? columns.scores[0]?.column ?? columns.target.column ?? '';
  const base: Told = { column, chunk: null, value: null, limit: null, q: null };
  return [
    ...(resultOf(report, 'performance')?.measures ?? []).flatMap((row) => ofMeasure(row, base, report)),
    ...ofResources(base, report),
    ...ofEstimate(base, report),
    ...ofSlice(base, report),
    ...ofFairness(base, report),
  ];
}

/** A check that failed; null where it did not, or was not asked. */
function failedOf(report: Asked, kind: Parameters<typeof checkOf>[1], id: string): CheckResult | null {
  const result = checkOf(report, kind, id);
  return result?.verdict.outcome === 'fail' ? result : null;
}

function ofMeasure({ current, change, floor, lately, ended, since, chunks }: MeasureRow, base: Told, report: Asked): Finding[] {
  const values = { measure: current.name, ...(current.at === null ? {} : { at: current.at }) };
  const broken = failedOf(report, 'performance', limitId(current));
  if (broken !== null && floor !== null) {
    const limit = brokenBound(floor, current.value)?.limit ?? floor.max;
    return [{ ...base, code: 'performance/limit', severity: broken.check.severity, value: current.value, limit, values }];
  }
  const dropped = failedOf(report, 'performance', dropId(current));
  if (dropped !== null && change !== null) {
    const over = dropped.verdict.shade === 'over' ? (ended.at(-1) ?? null) : null;
    const value = over?.worst.value ?? lately?.current.value ?? (since === null ? current.value : (chunks.at(-1)?.value ?? current.value));
    return [
      {
        ...base,
        code: current.name === 'ece' ? 'performance/calibration' : 'performance/drop',
        severity: dropped.check.severity,
        chunk: dropped.since === null ? null : (report.time?.chunks[dropped.since]?.name ?? null),
        value,
        limit: change.allowed,
        q: change.adjustedP,
        values,
      },
    ];
  }
  const off = current.name === 'ece' ? failedOf(report, 'performance', calibrationId) : null;
  if (off === null) return [];
  const { severity, bound } = off.check;
  return [{ ...base, code: 'performance/calibration', severity, value: current.value, limit: bound.max ?? null, values }];
}

function ofResources(base: Told, report: Asked): Finding[] {
  return (resultOf(report, 'resources')?.columns ?? []).flatMap(({ column, figures }) =>
    figures.flatMap(({ of, current, floor }) => {
      const measure = resourceCode(of, column);
      const broken = failedOf(report, 'resources', `resources/limit:${measure}`);
      if (broken === null || floor === null) return [];
      const limit = current.value === null ? (floor.max ?? floor.min) : (brokenBound(floor, current.value)?.limit ?? floor.min);
      const { severity } = broken.check;
      return [{ ...base, column, code: 'performance/limit' as const, severity, value: current.value, limit, values: { measure } }];
    }),
  );
}

function ofEstimate(base: Told, report: Asked): Finding[] {
  return (resultOf(report, 'estimate')?.rows ?? []).flatMap(({ name, whole, limits }) => {
    const worse = failedOf(report, 'estimate', estimateId(name));
    if (worse === null) return [];
    const { severity } = worse.check;
    const values = { measure: name };
    return [{ ...base, code: 'performance/estimate' as const, severity, value: whole.value, limit: limits?.low ?? null, values }];
  });
}

function ofSlice(base: Told, report: Asked): Finding[] {
  const worse = failedOf(report, 'slices', 'slices/worst');
  const worst = resultOf(report, 'slices')?.worst[0];
  if (worse === null || worst === undefined) return [];
  return [
    {
      ...base,
      column: worst.conditions[0]!.column,
      code: 'performance/slice',
      severity: worse.check.severity,
      value: worst.value,
      limit: worst.rest,
      q: worse.verdict.q,
      values: { slice: 0 },
    },
  ];
}

/** One a column: its first gap that is too wide. */
function ofFairness(base: Told, report: Asked): Finding[] {
  return (resultOf(report, 'fairness')?.groups ?? []).flatMap(({ column, gaps }, fairness) => {
    const gap = gaps.findIndex(({ code }) => failedOf(report, 'fairness', gapId(code, column)) !== null);
    if (gap < 0) return [];
    const { severity } = checkOf(report, 'fairness', gapId(gaps[gap]!.code, column))!.check;
    const { value, limit } = gaps[gap]!;
    return [{ ...base, column, code: 'performance/fairness' as const, severity, value, limit, values: { fairness, gap } }];
  });
}
