import * as v from 'valibot';
import type { Progress } from '../core/data/progress.ts';
import type { RowsPage } from '../core/data/rowsPage.ts';
import type { ColumnInspection } from '../core/evaluate/inspectColumns.ts';
import { type Report, reportVersion } from '../core/report/report.ts';
import { comparisonSpec } from '../core/spec/comparisonSpec.ts';
import { read } from '../core/spec/read.ts';
import type { Preview } from '../shared/workerProtocol.ts';

/*
 * Whether what the engine's process sent is what it claims to be, as far as its parent looks into it before it is shown or kept. The process
 * runs native code on files of anyone's making: its messages are looked at like those of a page.
 */

const object = v.looseObject({});
const count = v.pipe(v.number(), v.finite(), v.minValue(0));

const report = v.looseObject({
  schema: v.literal('driftbook.report'),
  version: v.literal(reportVersion),
  spec: v.custom((spec) => read(comparisonSpec, spec).problems.length === 0),
  summary: object,
  columns: v.array(v.unknown()),
  findings: v.array(v.unknown()),
});

const progress = v.looseObject({
  stage: v.picklist(['opening', 'profiling', 'columns', 'deciding', 'evaluating']),
  done: count,
  total: count,
  item: v.nullable(v.string()),
}) satisfies v.GenericSchema<unknown, Progress>;

const preview = v.looseObject({ preview: report, done: count, total: count });

const rowsPage = v.looseObject({
  columns: v.array(v.string()),
  rows: v.array(v.array(v.nullable(v.string()))),
  rowNumbers: v.array(count),
  total: count,
}) satisfies v.GenericSchema<unknown, RowsPage>;

const inspection = v.looseObject({
  columns: v.nullable(object),
  candidates: v.array(v.looseObject({ name: v.string() })),
  labels: v.array(v.string()),
});

/** A report with the parts that every report has. */
export function isReport(value: unknown): value is Report {
  return v.is(report, value);
}

/** Stage, counts and the item at work. */
export function isProgress(value: unknown): value is Progress {
  return v.is(progress, value);
}

/** A report of what is known so far. */
export function isPreview(value: unknown): value is Preview {
  return v.is(preview, value);
}

/** Columns, their rows as texts, and the numbers of these rows. */
export function isRowsPage(value: unknown): value is RowsPage {
  return v.is(rowsPage, value);
}

/** Columns an evaluation would take, and the choice there is. */
export function isInspection(value: unknown): value is ColumnInspection {
  return v.is(inspection, value);
}
