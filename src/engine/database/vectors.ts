import { type DuckDBDataChunk, DuckDBDoubleVector, DuckDBIntegerVector } from '@duckdb/node-api';

/** The values of a DOUBLE column without nulls: a view, never value by value. */
export function doubles(chunk: DuckDBDataChunk, column: number): Float64Array {
  const vector = chunk.getColumnVector(column);
  if (!(vector instanceof DuckDBDoubleVector)) throw new Error(`Column ${column} is not DOUBLE.`);
  return (vector as unknown as { items: Float64Array }).items;
}

/** The values of an INTEGER column without nulls. */
export function integers(chunk: DuckDBDataChunk, column: number): Int32Array {
  const vector = chunk.getColumnVector(column);
  if (!(vector instanceof DuckDBIntegerVector)) throw new Error(`Column ${column} is not INTEGER.`);
  return (vector as unknown as { items: Int32Array }).items;
}
