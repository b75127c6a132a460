import { noBucket, type RowKey } from '../../data/rowKey.ts';
import type { ColumnReader } from '../columnReader.ts';
import type { ChunkPlan, SidePlan } from './chunkPlan.ts';

/**
 * How the rows of one dataset fall into parts, chunks and blocks. A part is the finest piece (a bucket of time or rows, and a group);
 * chunks and blocks are unions of parts. -1 stands for "in none".
 */
export interface RowLayout {
  readonly rows: number;
  /** Part of each row in file order; null when all rows are one part. */
  readonly partOf: Int32Array | null;
  /** Part of a (bucket, group) pair that stands in the data; -1 for one that does not. */
  partIndex(bucket: number, group: number): number;
  /** Bucket of each part (of time, where rows have one); `noBucket` for rows without one. */
  readonly bucketOfPart: Int32Array;
  /** Cell of the calendar that both sides hold, among those in common; -1 for parts in none. Null where cells are not compared. */
  readonly likeOfPart: Int8Array | null;
  /** How many such cells there are. */
  readonly likeCells: number;
  readonly chunkOfPart: Int16Array;
  /** Block of a part within its chunk; blocks are in the order of their units (of time), then of their chunks. */
  readonly blockOfPart: Int32Array;
  readonly blockCount: number;
  readonly chunkOfBlock: Int16Array;
  /** Block of the whole dataset that a block is part of: itself for time, the whole group for groups. */
  readonly wholeOfBlock: Int32Array;
  /** What each block of the whole dataset is, ascending: days or hours since the epoch, or the number of a group. */
  readonly wholeUnits: Float64Array;
  readonly rowsPerChunk: Float64Array;
  readonly rowsPerBlock: Float64Array;
  /** Rows that carry no time. */
  readonly rowsWithoutTime: number;
  /** Numbers of the occupied buckets (of time, where rows have one), ascending. */
  readonly buckets: readonly number[];
}

/** The layout of a dataset without chunks and blocks. */
export function wholeLayout(rows: number): RowLayout {
  return {
    rows,
    partOf: null,
    partIndex: () => 0,
    bucketOfPart: Int32Array.of(noBucket),
    likeOfPart: null,
    likeCells: 0,
    chunkOfPart: Int16Array.of(-1),
    blockOfPart: Int32Array.of(-1),
    blockCount: 0,
    chunkOfBlock: new Int16Array(0),
    wholeOfBlock: new Int32Array(0),
    wholeUnits: new Float64Array(0),
    rowsPerChunk: new Float64Array(0),
    rowsPerBlock: new Float64Array(0),
    rowsWithoutTime: 0,
    buckets: [],
  };
}

/** The parts that the rows of a dataset fall into, as they were met. */
export interface RowParts {
  readonly key: RowKey;
  readonly partOf: Int32Array;
  readonly bucketOfPart: readonly number[];
  readonly groupOfPart: readonly number[];
  /** Part of a (bucket, group) pair that stands in the data; -1 for one that does not. */
  partIndex(bucket: number, group: number): number;
  readonly rowsWithoutTime: number;
}

/** Reads the keys of all rows once (4 bytes a row are held) and lays them out; O(rows). */
export async function readRowLayout(reader: ColumnReader, plan: ChunkPlan, side: SidePlan): Promise<RowLayout> {
  const { key } = side;
  return key.time || key.rows || key.group ? layOut(await readParts(reader, key), plan, side) : wholeLayout(reader.info.rows);
}

/** Reads the part of every row, 4 bytes each, held as long as the run; O(rows). */
export async function readParts(reader: ColumnReader, key: RowKey): Promise<RowParts> {
  const { rows } = reader.info;
  const partOf = new Int32Array(rows);
  reader.budget.hold(partOf.byteLength);
  const parts = new Map<string, number>();
  const bucketOfPart: number[] = [];
  const groupOfPart: number[] = [];
  let at = 0;
  let rowsWithoutTime = 0;
  let last = { bucket: Number.NaN, group: Number.NaN, part: -1 };
  const timed = timeInGroup(key);
  const add = (bucket: number, group: number) => {
    if (bucket !== last.bucket || group !== last.group) {
      const name = `${bucket}/${group}`;
      let part = parts.get(name);
      if (part === undefined) {
        part = bucketOfPart.length;
        parts.set(name, part);
        bucketOfPart.push(bucket);
        groupOfPart.push(group);
      }
      last = { bucket, group, part };
    }
    if ((timed ? group : bucket) === noBucket) rowsWithoutTime++;
    partOf[at++] = last.part;
  };
  if (key.rows && !key.group && !timed) for (let i = 0; i < rows; i++) add(Math.floor(i / key.rows.size), 0);
  else await reader.eachKey(key, add);
  const partIndex: RowParts['partIndex'] = (bucket, group) =>
    parts.get(`${key.time || key.rows ? bucket : 0}/${key.group || timed ? group : 0}`) ?? -1;
  return { key, partOf, bucketOfPart, groupOfPart, partIndex, rowsWithoutTime };
}

function layOut(
  { key, partOf, bucketOfPart, groupOfPart, partIndex, rowsWithoutTime }: RowParts,
  plan: ChunkPlan,
  side: SidePlan,
): RowLayout {
  const count = bucketOfPart.length;
  const chunkOfPart = new Int16Array(count).fill(-1);
  const unitOfPart: (number | null)[] = [];
  const timeOfPart = timeInGroup(key) ? groupOfPart : bucketOfPart;
  const blocked = key.time !== undefined || key.group !== undefined;
  for (let part = 0; part < count; part++) {
    const bucket = bucketOfPart[part]!;
    chunkOfPart[part] = bucket === noBucket ? -1 : side.chunkOf(bucket);
    unitOfPart.push(blocked ? plan.blockOf(bucket, groupOfPart[part]!) : null);
  }
  const blocks = blocksOf(unitOfPart, chunkOfPart);
  return {
    rows: partOf.length,
    partOf,
    partIndex,
    bucketOfPart: Int32Array.from(timeOfPart),
    likeOfPart: null,
    likeCells: 0,
    chunkOfPart,
    ...blocks,
    ...rowsOf(partOf, chunkOfPart, side.chunks.length, blocks),
    rowsWithoutTime,
    buckets: [...new Set(timeOfPart)].filter((b) => b !== noBucket).sort((a, b) => a - b),
  };
}

/** Whether the buckets are of rows, and their time stands where groups do. */
function timeInGroup({ time, rows, group }: RowKey): boolean {
  return rows !== undefined && time !== undefined && group === undefined;
}

/** Rows of each chunk and of each block. O(rows). */
export function rowsOf(
  partOf: ArrayLike<number>,
  chunkOfPart: Int16Array,
  chunks: number,
  { blockOfPart, blockCount }: Pick<RowLayout, 'blockOfPart' | 'blockCount'>,
): Pick<RowLayout, 'rowsPerChunk' | 'rowsPerBlock'> {
  const rowsPerChunk = new Float64Array(chunks);
  const rowsPerBlock = new Float64Array(blockCount);
  for (let i = 0; i < partOf.length; i++) {
    const part = partOf[i]!;
    if (chunkOfPart[part]! >= 0) rowsPerChunk[chunkOfPart[part]!]!++;
    if (blockOfPart[part]! >= 0) rowsPerBlock[blockOfPart[part]!]!++;
  }
  return { rowsPerChunk, rowsPerBlock };
}

/** Puts parts of the same unit and chunk together, in the order of units and then of chunks. O(parts · log parts). */
function blocksOf(
  unitOfPart: readonly (number | null)[],
  chunkOfPart: Int16Array,
): Pick<RowLayout, 'blockOfPart' | 'blockCount' | 'chunkOfBlock' | 'wholeOfBlock' | 'wholeUnits'> {
  const inBlock = unitOfPart.flatMap((unit, part) => (unit === null ? [] : [{ unit, part, chunk: chunkOfPart[part]! }]));
  inBlock.sort((a, b) => a.unit - b.unit || a.chunk - b.chunk);
  const blockOfPart = new Int32Array(unitOfPart.length).fill(-1);
  const chunkOfBlock: number[] = [];
  const wholeOfBlock: number[] = [];
  const wholeUnits: number[] = [];
  inBlock.forEach(({ unit, part, chunk }, i) => {
    const last = inBlock[i - 1];
    if (last?.unit !== unit) wholeUnits.push(unit);
    if (last?.unit !== unit || last.chunk !== chunk) {
      chunkOfBlock.push(chunk);
      wholeOfBlock.push(wholeUnits.length - 1);
    }
    blockOfPart[part] = chunkOfBlock.length - 1;
  });
  return {
    blockOfPart,
    blockCount: chunkOfBlock.length,
    chunkOfBlock: Int16Array.from(chunkOfBlock),
    wholeOfBlock: Int32Array.from(wholeOfBlock),
    wholeUnits: Float64Array.from(wholeUnits),
  };
}
