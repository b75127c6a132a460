import type { CodedColumn } from '../data/codedColumn.ts';
import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import type { LabelMatch } from '../roles/matchLabels.ts';
import type { RowLayout } from './chunks/rowLayout.ts';
import { bytesOf } from './columnBudget.ts';
import type { ColumnReader } from './columnReader.ts';
import { mapCodes } from './mapCodes.ts';

/** Distinct labels that are told apart. */
const mostClasses = 32_767;
/** Users are told apart by a hash of this many values where their names are no numbers. */
const userHashes = 2_147_483_647;

/** The predictions of one dataset in file order, as arrays of `rows` entries. Absent parts are null, missing values −1 or NaN. */
export interface Predictions {
  readonly rows: number;
  /** Chunk of each row, −1 for none; null without chunks. */
  readonly chunkOf: Int16Array | null;
  /** Block of each row (a day, an hour, a group) whose rows belong together, −1 for none; null without blocks. */
  readonly blockOf: Int32Array | null;
  readonly weights: Float64Array | null;
  /** Classification: position in the classes of the evaluation. */
  readonly actual: Int32Array | null;
  readonly predicted: Int32Array | null;
  /** Binary: of the positive class; multiclass: one array for each class, or none; ranking: what orders the lists. */
  readonly scores: readonly Float64Array[];
  /** Regression: true value; ranking: relevance. */
  readonly target: Float64Array | null;
  readonly forecast: Float64Array | null;
  /** Ranking. */
  readonly users: Float64Array | null;
  readonly items: Float64Array | null;
}

/** The labels of target and prediction before both datasets have agreed on the classes. */
export interface RawLabels {
  readonly target: CodedColumn | null;
  readonly prediction: CodedColumn | null;
}

/** Reads target and prediction of a classification; a column that the table lacks is null. Two passes. Their codes are held until `releaseLabels`. */
export async function readLabels(reader: ColumnReader, columns: EvaluationColumns): Promise<RawLabels> {
  const has = (name: string | null): name is string => name !== null && reader.info.columns.some((c) => c.name === name);
  const names = [columns.target.column, columns.prediction.column].filter(has);
  const coded = await reader.codes([...new Set(names)], mostClasses);
  const find = (name: string | null): CodedColumn | null => coded.find((one) => one.name === name) ?? null;
  return { target: find(columns.target.column), prediction: find(columns.prediction.column) };
}

/** Gives the memory of labels back. */
export function releaseLabels({ budget }: ColumnReader, { target, prediction }: RawLabels): void {
  const codes = new Set([target, prediction].flatMap((column) => (column === null ? [] : [column.codes])));
  budget.release(bytesOf([...codes]));
}

/** Labels of a coded column as positions in `classes`; −1 where there is none. */
export function inClasses(coded: CodedColumn, classes: ReadonlyMap<string, number>, { classOf }: LabelMatch): Int32Array {
  const position = coded.values.map((value) => classes.get(classOf(value) ?? '') ?? -1);
  return mapCodes(coded.codes, position, () => -1, new Int32Array(coded.codes.length));
}

/** Number columns of the predictions: scores, values, weights, users and items, held as long as the run. One pass. */
export async function readQuantities(
  reader: ColumnReader,
  columns: EvaluationColumns,
  weight: string | null,
): Promise<Pick<Predictions, 'scores' | 'target' | 'forecast' | 'weights' | 'users' | 'items'>> {
  const kinds = new Map(reader.info.columns.map((c) => [c.name, c.kind]));
  const numeric = (name: string | null): name is string => name !== null && ['number', 'boolean'].includes(kinds.get(name) ?? '');
  const quantity = columns.task === 'regression' || columns.task === 'ranking';
  const scoreNames =
    columns.scores.length > 0 ? columns.scores.map((s) => s.column) : columns.score.column === null ? [] : [columns.score.column];
  const wanted = new Set(
    [
      ...scoreNames,
      weight,
      ...(quantity ? [columns.target.column, columns.prediction.column] : []),
      ...(columns.task === 'ranking' ? [columns.user.column, columns.item.column] : []),
    ].filter(numeric),
  );
  const names = [...wanted];
  const read = await reader.numbers(names);
  const arrays = new Map(names.map((name, i) => [name, read[i]!]));
  const of = (name: string | null): Float64Array | null => (name === null ? null : (arrays.get(name) ?? null));
  const ids = async (name: string | null): Promise<Float64Array | null> => {
    if (columns.task !== 'ranking' || name === null || !kinds.has(name)) return null;
    return of(name) ?? hashes(reader, name);
  };
  const scores = scoreNames.flatMap((name) => {
    const values = of(name);
    return values === null ? [] : [values];
  });
  return {
    scores: scores.length === scoreNames.length ? scores : [],
    target: quantity ? of(columns.target.column) : null,
    forecast: quantity ? of(columns.prediction.column) : null,
    weights: of(weight),
    users: await ids(columns.user.column),
    items: await ids(columns.item.column),
  };
}

async function hashes(reader: ColumnReader, column: string): Promise<Float64Array> {
  const all = new Float64Array(reader.info.rows);
  reader.budget.hold(all.byteLength);
  let row = 0;
  await reader.eachKey({ group: { column, buckets: userHashes } }, (_, group) => {
    all[row++] = group < 0 ? Number.NaN : group;
  });
  return all;
}

/** Chunk of each row; null without chunks. O(rows). */
export function chunkOfRows(layout: RowLayout): Int16Array | null {
  const { partOf, chunkOfPart, rowsPerChunk } = layout;
  if (partOf === null || rowsPerChunk.length === 0) return null;
  return mapCodes(partOf, chunkOfPart, () => -1, new Int16Array(partOf.length));
}

/** Block of each row in the whole dataset; null without blocks. O(rows). */
export function blockOfRows({ partOf, blockOfPart, wholeOfBlock, wholeUnits }: RowLayout): Int32Array | null {
  if (partOf === null || wholeUnits.length === 0) return null;
  const whole = Int32Array.from(blockOfPart, (block) => (block < 0 ? -1 : wholeOfBlock[block]!));
  return mapCodes(partOf, whole, () => -1, new Int32Array(partOf.length));
}
