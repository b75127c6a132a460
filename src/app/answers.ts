import type { Progress } from '../core/data/progress.ts';
import type { RowsPage } from '../core/data/rowsPage.ts';
import { isReport } from '../core/report/isReport.ts';
import type { Report } from '../core/report/report.ts';
import type { ColumnInspection } from '../core/roles/inspectColumns.ts';
import { comparisonSpec } from '../core/spec/comparisonSpec.ts';
import { read } from '../core/spec/read.ts';
import { type AnyShape, choice, list, number, openFields, orNull, text } from '../core/spec/shape.ts';
import type { Preview } from '../shared/workerProtocol.ts';

/*
 * Whether what the engine's process sent is what it claims to be, as far as its parent looks into it before it is shown or kept. The process
 * runs native code on files of anyone's making: its messages are looked at like those of a page.
 */

const object = openFields({});
const count = number({ least: 0 });

const progress = openFields({
  stage: choice(['opening', 'profiling', 'columns', 'deciding', 'evaluating']),
  done: count,
  total: count,
  item: orNull(text()),
});

const preview = openFields({ preview: object, done: count, total: count });

const rowsPage = openFields({
  columns: list(text()),
  rows: list(list(orNull(text(Number.POSITIVE_INFINITY)))),
  rowNumbers: list(count),
  total: count,
});

const inspection = openFields({
  columns: orNull(object),
  candidates: list(openFields({ name: text() })),
  labels: list(text()),
});

const is = (shape: AnyShape, value: unknown): boolean => read(shape, value).problems.length === 0;

/** A report with the parts that every report has, and a spec that could be asked again. */
export function isWholeReport(value: unknown): value is Report {
  return isReport(value) && is(comparisonSpec, value.spec);
}

/** Stage, counts and the item at work. */
export function isProgress(value: unknown): value is Progress {
  return is(progress, value);
}

/** A report of what is known so far. */
export function isPreview(value: unknown): value is Preview {
  return is(preview, value) && isWholeReport((value as Preview).preview);
}

/** Columns, their rows as texts, and the numbers of these rows. */
export function isRowsPage(value: unknown): value is RowsPage {
  return is(rowsPage, value);
}

/** Columns an evaluation would take, and the choice there is. */
export function isInspection(value: unknown): value is ColumnInspection {
  return is(inspection, value);
}
