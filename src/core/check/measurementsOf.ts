import { driftMeasures } from '../measures/drift/registry.ts';
import { driftFigure } from '../report/driftFigure.ts';
import type { DatasetSummary, Report } from '../report/report.ts';
import { checksOf, columnsOf, resultOf } from '../report/sectionOf.ts';
import type { ColumnReport } from '../sections/drift/result.ts';
import type { EstimateRow } from '../sections/estimate/result.ts';
import type { MeasurePoint, MeasureRow } from '../sections/performance/result.ts';
import type { Behaviour } from '../sections/predictions/result.ts';
import { estimateMeasurement } from './estimateChecks.ts';
import { measured, measuredOf, rangeOf } from './measured.ts';
import type { Measurement } from './measurement.ts';
import { resourceMeasurement } from './resourcesChecks.ts';
import { lossUnit, overallMeasurement, sliceMeasurement } from './slicesChecks.ts';
import { ofColumn, ofDataset, ofModel, ofSlice } from './subjects.ts';

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
    ...ofAttribution(report),
    ...ofDatasets(datasets),
    ...ofDrift(report),
    ...columnsOf(report).flatMap(ofColumnReport),
  ];
}

function ofDatasets({ current, reference }: Asked['datasets']): Measurement[] {
  const of = (measure: string, value: number | null, before: number | null | undefined, unit: Measurement['unit'] = 'number') =>
    value === null
      ? []
      : [
          measured(measure, {
            subject: ofDataset(),
            value,
            reference: before ?? null,
            difference: before == null ? null : value - before,
            rows: current.rows,
            unit,
            direction: measure.startsWith('duplicate') ? 'lower' : 'neither',
          }),
        ];
  const share = (of: DatasetSummary): number | null => (of.duplicates === null || of.rows === 0 ? null : of.duplicates / of.rows);
  return [
    ...of('rows', current.rows, reference?.rows),
    ...of('columns', current.columns, reference?.columns),
    ...of('duplicate_rows', current.duplicates, reference?.duplicates),
    ...of('duplicate_share', share(current), reference === null ? null : share(reference), 'share'),
  ];
}

/** How many of the columns that were tested moved. */
function ofDrift(report: Asked): Measurement[] {
  const drift = resultOf(report, 'drift');
  if (drift === null) return [];
  const { tested } = drift.summary;
  const moved = drift.columns.filter(({ verdict }) => verdict === 'alert').length;
  const known = { subject: ofDataset(), rows: report.datasets.current.rows, direction: 'lower' } as const;
  return [
    measured('drifted_columns', { ...known, value: moved, unit: 'number' }),
    measured('drifted_share', {
      ...known,
      value: tested === 0 ? null : Math.min(1, moved / tested),
      unit: 'share',
      reason: tested === 0 ? 'not_tested' : null,
    }),
  ];
}

/** The change of what the model is held by, and what the mix of each column did to it. */
function ofAttribution(report: Asked): Measurement[] {
  const attribution = resultOf(report, 'attribution');
  if (attribution === null) return [];
  const { difference, rows, measure } = attribution;
  const known = { unit: lossUnit(measure), direction: 'lower', rows: report.datasets.current.rows } as const;
  return [
    measured('loss_change', { ...known, subject: ofModel(), value: difference.value, interval: rangeOf(difference) }),
    ...rows.map(({ column, mix }) =>
      measured('column_effect', { ...known, subject: ofColumn(column), value: mix.value, interval: rangeOf(mix) }),
    ),
  ];
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
  const worst = slices.worst.map((row) => sliceMeasurement(row, slices.measure));
  const told = new Set(worst.map(({ subject }) => JSON.stringify(subject.slice)));
  const groups = slices.bySegment.flatMap(({ rows }) =>
    rows.map(({ condition, n, value, low, high, reference }) =>
      measured(slices.measure, {
        subject: ofSlice([condition]),
        value,
        reference,
        difference: value === null || reference === null ? null : value - reference,
        interval: rangeOf({ low, high }),
        rows: n,
        unit: lossUnit(slices.measure),
        direction: 'lower',
        reason: value === null ? 'no_rows' : null,
      }),
    ),
  );
  return [overallMeasurement(slices), ...worst, ...groups.filter(({ subject }) => !told.has(JSON.stringify(subject.slice)))];
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
      direction: measure.startsWith('missing') ? 'neither' : 'lower',
      reason: value === null ? (column.reason ?? 'too_few_rows') : null,
    });
  const count = (measure: string, value: number, reference: number): Measurement =>
    measured(measure, {
      subject: ofColumn(name),
      value,
      reference,
      difference: value - reference,
      rows: missing.current.rows,
      unit: 'number',
      direction: 'neither',
    });
  const fresh = categories === null || n.current === 0 ? [] : [share('new_category_share', categories.fresh.rows / n.current, n.current)];
  return [
    share('share_moved', whole.effect, n.current),
    share('missing_share', missing.current.share, missing.current.rows, null, missing.reference.share),
    count('missing_rows', missing.current.nulls + missing.current.nans, missing.reference.nulls + missing.reference.nans),
    share('missing_change', missing.current.share - missing.reference.share, missing.current.rows),
    ...(categories === null ? [] : [count('distinct_values', categories.distinctCurrent, categories.distinctReference)]),
    ...fresh,
    ...distances(name, measures, n.current, null),
    ...chunks.flatMap((cell) => [
      share('share_moved', cell.effect, cell.rows, cell.chunk),
      share('missing_share', cell.missingShare, cell.rows, cell.chunk, missing.reference.share),
      ...distances(name, cell.measures, cell.rows, cell.chunk),
    ]),
  ];
}

/** The numbers that stand beside the verdict, where they apply: that of CSV, or the one shown. */
function distances(column: string, measures: ColumnReport['measures'], rows: number, chunk: number | null): Measurement[] {
  return driftMeasures.flatMap(({ id, key, field, csv, direction }) => {
    const value = driftFigure(measures, key, csv ?? field);
    return value === null ? [] : [measured(id, { subject: ofColumn(column, chunk), value, rows, unit: 'number', direction })];
  });
}
