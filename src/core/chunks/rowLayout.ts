import type { CancelSignal } from '../data/cancelSignal.ts';
import { noBucket, type RowKey, type Table } from '../data/table.ts';
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
  readonly chunkOfPart: Int16Array;
  /** Block of a part within its chunk. */
  readonly blockOfPart: Int32Array;
  readonly blockCount: number;
  readonly chunkOfBlock: Int16Array;
  /** Block of a part in the whole dataset: the same as `blockOfPart` for time, the whole group for groups. */
  readonly wholeBlockOfPart: Int32Array;
  readonly wholeBlockCount: number;
  readonly rowsPerChunk: Float64Array;
  /** Rows that carry no time. */
  readonly rowsWithoutTime: number;
  /** Numbers of the occupied buckets, ascending. */
  readonly buckets: readonly number[];
}

/** The layout of a dataset without chunks and blocks. */
export function wholeLayout(rows: number): RowLayout {
  return {
    rows,
    partOf: null,
    partIndex: () => 0,
    chunkOfPart: Int16Array.of(-1),
    blockOfPart: Int32Array.of(-1),
    blockCount: 0,
    chunkOfBlock: new Int16Array(0),
    wholeBlockOfPart: Int32Array.of(-1),
    wholeBlockCount: 0,
    rowsPerChunk: new Float64Array(0),
    rowsWithoutTime: 0,
    buckets: [],
  };
}

/** Reads the keys of all rows once (4 bytes a row are kept) and lays them out; O(rows). */
export async function readRowLayout(table: Table, plan: ChunkPlan, side: SidePlan, signal: CancelSignal): Promise<RowLayout> {
  const rows = table.info.rows;
  const { key } = side;
  if (!key.time && !key.rows && !key.group) return wholeLayout(rows);
  const partOf = new Int32Array(rows);
  const parts = new Map<string, number>();
  const bucketOfPart: number[] = [];
  const groupOfPart: number[] = [];
  let at = 0;
  let rowsWithoutTime = 0;
  let last = { bucket: Number.NaN, group: Number.NaN, part: -1 };
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
    if (bucket === noBucket) rowsWithoutTime++;
    partOf[at++] = last.part;
  };
  if (key.rows && !key.group) {
    for (let i = 0; i < rows; i++) add(Math.floor(i / key.rows.size), 0);
  } else {
    await table.readNumbers(
      [],
      key,
      (batch) => {
        for (let i = 0; i < batch.length; i++) add(batch.buckets?.[i] ?? 0, batch.groups?.[i] ?? 0);
      },
      signal,
    );
  }
  return layOut(rows, partOf, parts, bucketOfPart, groupOfPart, rowsWithoutTime, plan, side, key);
}

function layOut(
  rows: number,
  partOf: Int32Array,
  parts: ReadonlyMap<string, number>,
  bucketOfPart: readonly number[],
  groupOfPart: readonly number[],
  rowsWithoutTime: number,
  plan: ChunkPlan,
  side: SidePlan,
  key: RowKey,
): RowLayout {
  const count = bucketOfPart.length;
  const chunkOfPart = new Int16Array(count).fill(-1);
  const blockOfPart = new Int32Array(count).fill(-1);
  const wholeBlockOfPart = new Int32Array(count).fill(-1);
  const blocks = new Map<string, number>();
  const wholeBlocks = new Map<number, number>();
  const chunkOfBlock: number[] = [];
  for (let part = 0; part < count; part++) {
    const bucket = bucketOfPart[part]!;
    const chunk = bucket === noBucket ? -1 : side.chunkOf(bucket);
    chunkOfPart[part] = chunk;
    const unit = plan.blockOf(bucket, groupOfPart[part]!);
    if (unit === null) continue;
    wholeBlockOfPart[part] = dense(wholeBlocks, unit);
    const name = `${unit}/${chunk}`;
    const known = blocks.get(name);
    blockOfPart[part] = known ?? blocks.size;
    if (known === undefined) {
      blocks.set(name, blocks.size);
      chunkOfBlock.push(chunk);
    }
  }
  const rowsPerChunk = new Float64Array(side.chunks.length);
  for (let i = 0; i < rows; i++) {
    const chunk = chunkOfPart[partOf[i]!]!;
    if (chunk >= 0) rowsPerChunk[chunk]!++;
  }
  return {
    rows,
    partOf,
    partIndex: (bucket, group) => parts.get(`${key.time || key.rows ? bucket : 0}/${key.group ? group : 0}`) ?? -1,
    chunkOfPart,
    blockOfPart,
    blockCount: blocks.size,
    chunkOfBlock: Int16Array.from(chunkOfBlock),
    wholeBlockOfPart,
    wholeBlockCount: wholeBlocks.size,
    rowsPerChunk,
    rowsWithoutTime,
    buckets: [...new Set(bucketOfPart)].filter((b) => b !== noBucket).sort((a, b) => a - b),
  };
}

function dense(map: Map<number, number>, value: number): number {
  const known = map.get(value);
  if (known !== undefined) return known;
  map.set(value, map.size);
  return map.size - 1;
}
