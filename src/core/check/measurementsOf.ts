import { driftMeasures } from '../measures/drift/registry.ts';
import { driftFigure } from '../report/driftFigure.ts';
import type { Report } from '../report/report.ts';
import { checksOf, columnsOf, resultOf } from '../report/sectionOf.ts';
import type { ColumnReport } from '../sections/drift/result.ts';
import type { EstimateRow } from '../sections/estimate/result.ts';
import type { MeasurePoint, MeasureRow } from '../sections/performance/result.ts';
import type { Behaviour } from '../sections/predictions/result.ts';
import { estimateMeasurement } from './estimateChecks.ts';
import { measured, measuredOf, rangeOf } from './measured.ts';
import type { Measurement } from './measurement.ts';
import { resourceMeasurement } from './resourcesChecks.ts';
import { overallMeasurement, sliceMeasurement } from './slicesChecks.ts';
import { ofColumn, ofDataset, ofModel } from './subjects.ts';

type Asked = Pick<Report, 'sections' | 'datasets' | 'time'>;

/**
 * Every number that a report holds, as one flat list: checks, trends and exports read it and nothing else. In the order of the page, the whole before its
 * chunks. O(columns · chunks + measures · chunks).
 */
export function measurementsOf(report: Asked): Measurement[] {
  const { datasets } = report;
  return [
    ...(resultOf(report, 'predictions')?.behaviour.rows ?? []).map(ofBehaviour),
    ...(resultOf(report, 'performance')?.measures ?? []).flatMap(ofMeasure),
    ...(resultOf(report, 'resources')?.columns ?? []).flatMap((one) => one.figures.map((figure) => resourceMeasurement(one, figure))),
    ...(resultOf(report, 'estimate')?.rows ?? []).flatMap(ofEstimate),
    ...ofSlices(report),
    ...checksOf(report, 'fairness').map(({ measurement }) => measurement),
    rowsOf(datasets.current.rows, datasets.reference?.rows ?? null),
    ...columnsOf(report).flatMap(ofColumnReport),
  ];
}

function rowsOf(value: number, reference: number | null): Measurement {
  const difference = reference === null ? null : value - reference;
  return measured('rows', { subject: ofDataset(), value, reference, difference, rows: value, unit: 'number', direction: 'neither' });
}

function ofBehaviour({ code, unit, reference, current, difference }: Behaviour['rows'][number]): Measurement {
  return measured(code, {
    subject: ofModel(),
    value: current.value,
    reference: reference?.value ?? null,
    difference: difference?.value ?? null,
    interval: rangeOf(current),
    differenceInterval: difference === null ? null : rangeOf(difference),
    unit,
    direction: 'neither',
    reason: current.value === null ? 'no_rows' : null,
  });
}

function ofMeasure({ current, reference, change, chunks }: MeasureRow): Measurement[] {
  const ofPoint = (point: MeasurePoint): Measurement =>
    measured(current.name, {
      at: current.at,
      subject: ofModel(point.chunk),
      value: point.value,
      reference: reference?.value ?? null,
      interval: rangeOf(point),
      rows: point.n,
      unit: current.unit,
      direction: current.direction,
      reason: point.reason,
    });
  return [measuredOf(current, reference, change), ...chunks.map(ofPoint)];
}

/** An estimate has the name of what it estimates, and says so: `estimated_roc_auc` stands beside `roc_auc`. */
function ofEstimate(row: EstimateRow): Measurement[] {
  const whole = { ...estimateMeasurement(row), measure: `estimated_${row.name}` };
  return [
    whole,
    ...row.chunks.map(
      (point): Measurement => ({
        ...whole,
        subject: ofModel(point.chunk),
        value: point.value,
        interval: rangeOf(point),
        rows: point.n,
        reason: point.value === null ? (point.refused?.code ?? 'undefined') : null,
      }),
    ),
  ];
}

function ofSlices(report: Asked): Measurement[] {
  const slices = resultOf(report, 'slices');
  if (slices === null) return [];
  return [overallMeasurement(slices), ...slices.worst.map((row) => sliceMeasurement(row, slices.measure))];
}

function ofColumnReport(column: ColumnReport): Measurement[] {
  const { name, whole, missing, n, measures, chunks, categories } = column;
  const share = (measure: string, value: number | null, rows: number, chunk: number | null = null, reference: number | null = null) =>
    measured(measure, {
      subject: ofColumn(name, chunk),
      value,
      reference,
      difference: value === null || reference === null ? null : value - reference,
      rows,
      unit: 'share',
      direction: measure === 'missing_share' ? 'neither' : 'lower',
      reason: value === null ? (column.reason ?? 'too_few_rows') : null,
    });
  const fresh = categories === null || n.current === 0 ? [] : [share('new_category_share', categories.fresh.rows / n.current, n.current)];
  return [
    share('share_moved', whole.effect, n.current),
    share('missing_share', missing.current.share, missing.current.rows, null, missing.reference.share),
    ...fresh,
    ...distances(name, measures, n.current, null),
    ...chunks.flatMap((cell) => [
      share('share_moved', cell.effect, cell.rows, cell.chunk),
      share('missing_share', cell.missingShare, cell.rows, cell.chunk, missing.reference.share),
      ...distances(name, cell.measures, cell.rows, cell.chunk),
    ]),
  ];
}

/** The numbers that stand beside the verdict, where they apply. */
function distances(column: string, measures: ColumnReport['measures'], rows: number, chunk: number | null): Measurement[] {
  return driftMeasures.flatMap(({ measurement, key, field, csv, direction }) => {
    const value = measurement === undefined ? null : driftFigure(measures, key, csv ?? field);
    if (measurement === undefined || value === null) return [];
    return [measured(measurement, { subject: ofColumn(column, chunk), value, rows, unit: 'number', direction })];
  });
}
