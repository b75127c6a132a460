import type { Progress } from '../core/data/progress.ts';
import type { RowsPage } from '../core/data/rowsPage.ts';
import type { ColumnInspection } from '../core/evaluate/inspectColumns.ts';
import { type Report, reportVersion } from '../core/report/report.ts';
import type { Preview } from '../shared/workerProtocol.ts';

/*
 * Whether what the engine's process sent is what it claims to be, as far as its parent looks into it before it is shown or kept. The process
 * runs native code on files of anyone's making: its messages are looked at like those of a page.
 */

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

/** A report with the parts that every report has. */
export function isReport(value: unknown): value is Report {
  const { schema, version, spec, summary, columns, findings } = fields(value);
  return (
    schema === 'driftbook.report' &&
    version === reportVersion &&
    fields(spec) === spec &&
    fields(summary) === summary &&
    Array.isArray(columns) &&
    Array.isArray(findings)
  );
}

/** Stage, counts and the item at work. */
export function isProgress(value: unknown): value is Progress {
  const { stage, done, total, item } = fields(value);
  return isStage(stage) && isCount(done) && isCount(total) && (item === null || typeof item === 'string');
}

/** A report of what is known so far. */
export function isPreview(value: unknown): value is Preview {
  const { preview, done, total } = fields(value);
  return isReport(preview) && isCount(done) && isCount(total);
}

/** Columns, their rows as texts, and the numbers of these rows. */
export function isRowsPage(value: unknown): value is RowsPage {
  const { columns, rows, rowNumbers, total } = fields(value);
  return (
    isTexts(columns) &&
    Array.isArray(rows) &&
    rows.every((row) => Array.isArray(row) && row.every((cell) => cell === null || typeof cell === 'string')) &&
    Array.isArray(rowNumbers) &&
    rowNumbers.every(isCount) &&
    isCount(total)
  );
}

/** Columns an evaluation would take, and the choice there is. */
export function isInspection(value: unknown): value is ColumnInspection {
  const { columns, candidates, labels } = fields(value);
  return (
    (columns === null || fields(columns) === columns) &&
    Array.isArray(candidates) &&
    candidates.every((one) => typeof fields(one).name === 'string') &&
    isTexts(labels)
  );
}

const stages: ReadonlySet<unknown> = new Set<Progress['stage']>(['opening', 'profiling', 'columns', 'deciding', 'evaluating']);
const isStage = (value: unknown): value is Progress['stage'] => stages.has(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((text) => typeof text === 'string');
