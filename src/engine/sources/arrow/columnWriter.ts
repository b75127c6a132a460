import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBBigIntVector,
  type DuckDBDoubleVector,
  type DuckDBType,
  type DuckDBVector,
  TIMESTAMP,
  VARCHAR,
} from '@duckdb/node-api';
import { DataType, type Decimal, type Vector } from 'apache-arrow';
import type { ColumnKind } from '../../../core/data/columnKind.ts';

/** How an Arrow column gets into a DuckDB column; `write` fills rows `start` to `start + length` of `source` into a chunk's vector. */
export interface ColumnWriter {
  readonly kind: ColumnKind;
  /** Null for columns that are only listed. */
  readonly type: DuckDBType | null;
  readonly write: (source: Vector, start: number, length: number, target: DuckDBVector) => void;
}

/** The writer of an Arrow type. */
export function columnWriter(type: DataType): ColumnWriter {
  if (DataType.isDictionary(type)) {
    const inner = columnWriter(type.dictionary);
    // Values come through the dictionary one by one; only plain columns can be copied whole.
    return inner.type === DOUBLE ? { ...inner, write: eachNumber(Number) } : inner;
  }
  if (DataType.isFloat(type) && type.precision !== 0) return { kind: 'number', type: DOUBLE, write: wholeNumbers };
  if (DataType.isFloat(type)) return { kind: 'number', type: DOUBLE, write: eachNumber(Number) };
  if (DataType.isInt(type)) {
    if (type.bitWidth < 64) return { kind: 'number', type: DOUBLE, write: wholeNumbers };
    if (type.isSigned) return { kind: 'number', type: BIGINT, write: eachBigint((value) => value as bigint) };
    return { kind: 'number', type: DOUBLE, write: eachNumber(Number) };
  }
  if (DataType.isDecimal(type))
    return { kind: 'number', type: DOUBLE, write: eachNumber((value) => decimalNumber(value as Uint32Array, type)) };
  if (DataType.isBool(type)) return { kind: 'boolean', type: BOOLEAN, write: eachItem((value) => value as boolean) };
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isUtf8View(type))
    return { kind: 'text', type: VARCHAR, write: eachItem(String) };
  if (DataType.isNull(type)) return { kind: 'text', type: VARCHAR, write: eachItem(() => null) };
  // apache-arrow gives dates and times as epoch milliseconds, with a fraction below.
  if (DataType.isDate(type) || DataType.isTimestamp(type))
    return { kind: 'timestamp', type: TIMESTAMP, write: eachBigint((value) => BigInt(Math.round(Number(value) * 1000))) };
  const scalar =
    DataType.isBinary(type) ||
    DataType.isLargeBinary(type) ||
    DataType.isFixedSizeBinary(type) ||
    DataType.isTime(type) ||
    DataType.isInterval(type) ||
    DataType.isDuration(type);
  return { kind: scalar ? 'other' : 'nested', type: null, write: () => undefined };
}

/** Copies numbers of one plain array at once; missing ones are marked after. */
function wholeNumbers(source: Vector, start: number, length: number, target: DuckDBVector): void {
  const items = (target as unknown as { items: Float64Array }).items;
  const data = source.data[0];
  if (source.data.length !== 1 || data === undefined) {
    eachNumber(Number)(source, start, length, target);
    return;
  }
  const { values, offset } = data as { values: Float64Array; offset: number };
  // Some versions slice the values when a batch is cut, others keep the offset.
  const first = values.length >= offset + source.length ? offset + start : start;
  items.set(values.subarray(first, first + length));
  if (source.nullCount > 0)
    for (let i = 0; i < length; i++) if (!source.isValid(start + i)) (target as DuckDBDoubleVector).setItem(i, null);
}

function eachNumber(convert: (value: unknown) => number): ColumnWriter['write'] {
  return eachItem(convert);
}

function eachItem(convert: (value: unknown) => unknown): ColumnWriter['write'] {
  return (source, start, length, target) => {
    for (let i = 0; i < length; i++) {
      const value: unknown = source.get(start + i);
      (target as unknown as { setItem(i: number, value: unknown): void }).setItem(i, value === null ? null : convert(value));
    }
  };
}

function eachBigint(convert: (value: unknown) => bigint): ColumnWriter['write'] {
  return (source, start, length, target) => {
    const { items } = target as unknown as { items: BigInt64Array };
    for (let i = 0; i < length; i++) {
      const value: unknown = source.get(start + i);
      if (value === null) (target as unknown as DuckDBBigIntVector).setItem(i, null);
      else items[i] = convert(value);
    }
  };
}

/** A decimal's little-endian words in two's complement as a number. */
function decimalNumber(words: Uint32Array, { scale, bitWidth }: Decimal): number {
  let value = 0n;
  for (let i = words.length - 1; i >= 0; i--) value = (value << 32n) | BigInt(words[i] as number);
  return Number(BigInt.asIntN(bitWidth, value)) / 10 ** scale;
}
