import type { CodedColumn } from './codedColumn.ts';
import type { NumberBatch, Table } from './table.ts';

/**
 * A table with some rows of another one. Columns that are read row by row (`readNumbers`, `readCodes`) have those rows only, and so has `info.rows`;
 * profiles, counts and pages of rows are those of the whole table. Codes are read in as many goes as keep what is read for them within `codeBytes`.
 *
 * @param places rows in file order, ascending.
 */
export function sampledTable(table: Table, places: Uint32Array, codeBytes: number): Table {
  return {
    info: { ...table.info, rows: places.length },
    async readNumbers(columns, key, sink, signal) {
      let from = 0;
      let next = 0;
      await table.readNumbers(
        columns,
        key,
        (batch) => {
          const first = next;
          while (next < places.length && places[next]! < from + batch.length) next++;
          if (next > first) sink(rowsOfBatch(batch, places.subarray(first, next), from));
          from += batch.length;
        },
        signal,
      );
    },
    async readCodes(columns, limit, signal) {
      const atOnce = Math.max(1, Math.floor(codeBytes / Math.max(1, Int16Array.BYTES_PER_ELEMENT * table.info.rows)));
      const sampled: CodedColumn[] = [];
      for (let i = 0; i < columns.length; i += atOnce) {
        for (const { name, values, codes } of await table.readCodes(columns.slice(i, i + atOnce), limit, signal)) {
          const kept = new Int16Array(places.length);
          for (let k = 0; k < places.length; k++) kept[k] = codes[places[k]!]!;
          sampled.push({ name, values, codes: kept });
        }
      }
      return sampled;
    },
    profile: (signal, hold) => table.profile(signal, hold),
    countValues: (column, key, limit, signal) => table.countValues(column, key, limit, signal),
    countValuesTogether: (columns, key, limit, signal) => table.countValuesTogether(columns, key, limit, signal),
    countDuplicates: (signal) => table.countDuplicates(signal),
    readRows: (query, signal) => table.readRows(query, signal),
  };
}

/** The rows of a batch at `places`, which count from the first row of the file; the batch's own first row is `from`. */
function rowsOfBatch({ values, buckets, groups }: NumberBatch, places: Uint32Array, from: number): NumberBatch {
  const numbers = (column: Float64Array): Float64Array => {
    const taken = new Float64Array(places.length);
    for (let i = 0; i < places.length; i++) taken[i] = column[places[i]! - from]!;
    return taken;
  };
  const keys = (of: Int32Array | null): Int32Array | null => (of === null ? null : Int32Array.from(places, (place) => of[place - from]!));
  return { length: places.length, values: values.map(numbers), buckets: keys(buckets), groups: keys(groups) };
}
