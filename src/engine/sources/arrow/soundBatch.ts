import { type Data, DataType, type RecordBatch } from 'apache-arrow';

/** Rows that need no bytes (columns without any value) before a batch is refused: its length is a number like any other. */
const mostEmptyRows = 10_000_000;

/** Throws a RangeError when a record batch claims more rows than its buffers hold: they would be read as zeros, or without end. */
export function soundBatch(batch: RecordBatch): void {
  if (batch.numRows > mostEmptyRows && batch.numRows > 8 * batch.data.byteLength) throw new RangeError('more rows than values');
  for (const column of batch.data.children) if (!holds(column, batch.numRows)) throw new RangeError('more rows than values');
}

function holds(data: Data, rows: number): boolean {
  if (data.length !== rows) return false;
  const { type } = data;
  const end = data.offset + rows;
  if (rows === 0 || DataType.isNull(type)) return true;
  if (data.nullCount > 0 && data.nullBitmap.length > 0 && data.nullBitmap.length * 8 < rows) return false;
  if (DataType.isBool(type)) return data.values.length * 8 >= rows;
  if (DataType.isUtf8(type) || DataType.isBinary(type) || DataType.isLargeUtf8(type) || DataType.isLargeBinary(type)) {
    const { valueOffsets, values } = data as unknown as { valueOffsets: Int32Array | BigInt64Array; values: Uint8Array };
    return valueOffsets.length > rows && Number(valueOffsets[rows]) <= values.length;
  }
  if (DataType.isInt(type) || DataType.isFloat(type)) return data.values.length >= Math.min(end, rows);
  return true;
}
