import type { CancelSignal } from '../data/cancelSignal.ts';
import { sampledTable } from '../data/sampledTable.ts';
import type { Table } from '../data/table.ts';
import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import type { EvaluationNote } from '../report/note.ts';
import { evenPlaces, layoutOfRows } from './chunks/sampledRows.ts';
import type { EvaluationInput } from './evaluationInput.ts';
import { sideStep, stepWithin } from './sampleStep.ts';
import { segmentNames } from './segments/readSegments.ts';

/** What stays of a row while it is evaluated: its part, chunk, label, predicted label and loss. */
const keptBytes = 22;
/**
 * What a row takes beside that for a while: its score in order, with the counts at each score, or errors in order; with a reference also what
 * estimates and attribution make of both sides. Measured on 4.5 million predictions.
 */
const workBytes = { alone: 56, compared: 120 };

/** The tables that an evaluation reads: the whole, or as many rows as it can hold within the budget, and what it has to say of that. */
export interface EvaluatedRows {
  readonly input: EvaluationInput;
  readonly note: EvaluationNote | null;
}

/**
 * The rows that are evaluated. All of them where their columns fit the budget, else one of each few, evenly drawn over the file, as comparing takes
 * them; of a ranking whole lists, those of one of each few users. O(rows).
 */
export async function evaluatedRows(input: EvaluationInput, columns: EvaluationColumns, weight: string | null): Promise<EvaluatedRows> {
  const { tables, layouts, run } = input;
  const needed = stepWithin(neededBytes(input, columns, weight), run.budgetBytes);
  const stepOf = (table: Table): number => sideStep(table.info.rows, needed);
  if (stepOf(tables.current) === 1 && (tables.reference === null || stepOf(tables.reference) === 1)) return { input, note: null };
  const user = columns.task === 'ranking' ? columns.user.column : null;
  const sampled = async (table: Table) =>
    user !== null && table.info.columns.some(({ name }) => name === user)
      ? placesOfUsers(table, user, stepOf(table), run.signal)
      : evenPlaces(table.info.rows, stepOf(table));
  const current = await sampled(tables.current);
  const reference = tables.reference === null ? null : await sampled(tables.reference);
  const codeBytes = run.budgetBytes / 2;
  return {
    input: {
      ...input,
      tables: {
        reference: reference === null ? null : sampledTable(tables.reference!, reference, codeBytes),
        current: sampledTable(tables.current, current, codeBytes),
      },
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
        currentRows: tables.current.info.rows,
        reference: reference?.length ?? 0,
        referenceRows: tables.reference?.info.rows ?? 0,
        by: user === null ? 'rows' : 'users',
      },
    },
  };
}

/** Bytes of both sides' columns at once, and of the work on one side. */
function neededBytes(input: EvaluationInput, columns: EvaluationColumns, weight: string | null): number {
  const { tables } = input;
  const quantities = columns.task === 'regression' || columns.task === 'ranking' ? 2 : 0;
  const ids = columns.task === 'ranking' ? 2 : 0;
  const numbers = Math.max(columns.scores.length, columns.score.column === null ? 0 : 1) + quantities + ids + (weight === null ? 0 : 1);
  const kept = keptBytes + 8 * numbers + 2 * segmentNames(input, columns).length;
  const sides = [tables.current.info.rows, tables.reference?.info.rows ?? 0];
  return kept * (sides[0]! + sides[1]!) + (tables.reference === null ? workBytes.alone : workBytes.compared) * Math.max(...sides);
}

/** Rows of one of each `step` users, told by a hash of their name. One pass. */
async function placesOfUsers(table: Table, column: string, step: number, signal: CancelSignal): Promise<Uint32Array> {
  const places = new Uint32Array(table.info.rows);
  let n = 0;
  let at = 0;
  await table.readNumbers(
    [],
    { group: { column, buckets: step } },
    (batch) => {
      for (let i = 0; i < batch.length; i++, at++) if (batch.groups![i] === 0) places[n++] = at;
    },
    signal,
  );
  return places.slice(0, n);
}
