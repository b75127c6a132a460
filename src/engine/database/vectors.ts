import { type DuckDBDataChunk, DuckDBDoubleVector, DuckDBIntegerVector, type DuckDBVector } from '@duckdb/node-api';

/** The values of a DOUBLE column without nulls: a view, never value by value. */
export function doubles(chunk: DuckDBDataChunk, column: number): Float64Array {
  return doublesOf(chunk.getColumnVector(column));
}

/** The values of an INTEGER column without nulls. */
export function integers(chunk: DuckDBDataChunk, column: number): Int32Array {
  return integersOf(chunk.getColumnVector(column));
}

/** The values of a vector of DOUBLE without nulls. */
export function doublesOf(vector: DuckDBVector): Float64Array {
  if (!(vector instanceof DuckDBDoubleVector)) throw new Error('A vector is not DOUBLE.');
  return (vector as unknown as { items: Float64Array }).items;
}

/** The values of a vector of INTEGER without nulls. */
export function integersOf(vector: DuckDBVector): Int32Array {
  if (!(vector instanceof DuckDBIntegerVector)) throw new Error('A vector is not INTEGER.');
  return (vector as unknown as { items: Int32Array }).items;
}
