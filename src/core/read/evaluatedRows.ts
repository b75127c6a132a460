import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import type { EvaluationNote } from '../report/note.ts';
import { evenPlaces, layoutOfRows } from './chunks/sampledRows.ts';
import { sampleBytes } from './columnBudget.ts';
import type { ColumnReader } from './columnReader.ts';
import type { EvaluationInput } from './evaluationInput.ts';
import { fewestSampled, sideStep, stepWithin } from './sampleStep.ts';
import { segmentNames } from './segments/readSegments.ts';

/** What stays of a row while it is evaluated: its part, chunk, label, predicted label and loss. */
const keptBytes = 22;
/**
 * What a row takes beside that for a while: its score in order, with the counts at each score, or errors in order; with a reference also what
 * estimates and attribution make of both sides. Measured on 4.5 million predictions.
 */
const workBytes = { alone: 56, compared: 120 };

/** What an evaluation reads: the whole tables, or as many rows as it can hold within the budget, and what it has to say of that. */
export interface EvaluatedRows {
  readonly input: EvaluationInput;
  readonly note: EvaluationNote | null;
}

/**
 * The rows that are evaluated. All of them where their columns fit the budget, else one of each few, evenly drawn over the file, as comparing takes
 * them; of a ranking whole lists, those of one of each few users. O(rows).
 */
export async function evaluatedRows(input: EvaluationInput, columns: EvaluationColumns, weight: string | null): Promise<EvaluatedRows> {
  const { readers, layouts, run } = input;
  const row = bytesOfRow(input, columns, weight);
  const sides = [readers.current.info.rows, readers.reference?.info.rows ?? 0] as const;
  const needed = stepWithin(row.kept * (sides[0] + sides[1]) + row.work * Math.max(...sides), run.budget);
  // Of hundreds of scores even the fewest rows may be too many: then as many as fit.
  const fitting = Math.max(1, Math.floor(Math.max(run.budget.alone, sampleBytes) / (sides.length * row.kept + row.work)));
  const stepOf = ({ info: { rows } }: ColumnReader): number =>
    fitting >= fewestSampled ? sideStep(rows, needed) : Math.max(1, Math.min(needed, Math.ceil(rows / fitting)));
  if (stepOf(readers.current) === 1 && (readers.reference === null || stepOf(readers.reference) === 1)) return { input, note: null };
  const user = columns.task === 'ranking' ? columns.user.column : null;
  const sampled = async (reader: ColumnReader) =>
    user !== null && reader.info.columns.some(({ name }) => name === user)
      ? rowsOfUsers(reader, user, stepOf(reader))
      : evenPlaces(reader.info.rows, stepOf(reader));
  const current = await sampled(readers.current);
  const reference = readers.reference === null ? null : await sampled(readers.reference);
  return {
    input: {
      ...input,
      readers: { reference: reference && readers.reference!.at(reference), current: readers.current.at(current) },
      layouts: {
        reference: reference === null || layouts.reference === null ? null : layoutOfRows(layouts.reference, reference),
        current: layoutOfRows(layouts.current, current),
      },
    },
    note: {
      code: 'rows_sampled',
      side: null,
      values: {
        current: current.length,
        currentRows: readers.current.info.rows,
        reference: reference?.length ?? 0,
        referenceRows: readers.reference?.info.rows ?? 0,
        by: user === null ? 'rows' : 'users',
      },
    },
  };
}

/** Bytes that a row of either side takes as long as it is evaluated, and those that the work on a row of one side takes. */
function bytesOfRow(
  input: EvaluationInput,
  columns: EvaluationColumns,
  weight: string | null,
): { readonly kept: number; readonly work: number } {
  const quantities = columns.task === 'regression' || columns.task === 'ranking' ? 2 : 0;
  const ids = columns.task === 'ranking' ? 2 : 0;
  const numbers = Math.max(columns.scores.length, columns.score.column === null ? 0 : 1) + quantities + ids + (weight === null ? 0 : 1);
  return {
    kept: keptBytes + 8 * numbers + 2 * segmentNames(input, columns).length,
    work: input.readers.reference === null ? workBytes.alone : workBytes.compared,
  };
}

/** Rows of one of each `step` users, told by a hash of their name. One pass. */
async function rowsOfUsers(reader: ColumnReader, column: string, step: number): Promise<Uint32Array> {
  const rows = new Uint32Array(reader.info.rows);
  let n = 0;
  let row = 0;
  await reader.eachKey({ group: { column, buckets: step } }, (_, group) => {
    if (group === 0) rows[n++] = row;
    row++;
  });
  return rows.slice(0, n);
}
