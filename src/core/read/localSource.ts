import type { CancelSignal } from '../data/cancelSignal.ts';
import type { ColumnProfile } from '../data/columnProfile.ts';
import type { ColumnSource, ColumnStatistics, NumberQuestion, NumberStatistics, StatisticsPlan } from '../data/columnSource.ts';
import type { RowQuery, RowsPage } from '../data/rowsPage.ts';
import type { Table } from '../data/table.ts';
import type { TableInfo } from '../data/tableInfo.ts';
import { moments } from '../stats/samples/moments.ts';
import { quantileEdges } from '../stats/samples/quantileBins.ts';
import { blocksOfSorted } from './blockTables.ts';
import { type RowParts, readParts, wholeLayout } from './chunks/rowLayout.ts';
import { bytesOf, type ColumnBudget } from './columnBudget.ts';
import { ColumnReader } from './columnReader.ts';
import { searchSorted } from './searchSorted.ts';
import { type ColumnLayout, SortSpace, sortSide } from './sortedSide.ts';

/** A table on this machine that answers questions by reading its columns: the yardstick for engines elsewhere. */
export class LocalSource implements ColumnSource {
  readonly info: TableInfo;
  readonly #table: Table;
  readonly #budget: ColumnBudget;

  constructor(table: Table, budget: ColumnBudget) {
    this.info = table.info;
    this.#table = table;
    this.#budget = budget;
  }

  profile(signal: CancelSignal): Promise<readonly ColumnProfile[]> {
    return this.#table.profile(signal);
  }

  /** Values are counted by the reader, all columns together; numbers are read and sorted one column after another. O(rows) for each column. */
  async *statistics({ key, categories, numbers }: StatisticsPlan, signal: CancelSignal): AsyncGenerator<ColumnStatistics> {
    const { names, limit } = categories;
    const counted = names.length === 0 ? [] : await this.#table.countValuesTogether(names, key, limit, signal);
    for (const [i, name] of names.entries()) yield { kind: 'category', name, counts: counted[i]! };
    if (numbers.length === 0) return;
    const reader = new ColumnReader(this.#table, signal, this.#budget);
    const parts = await readParts(reader, key);
    try {
      yield* this.#numbers(reader, numbers, parts);
    } finally {
      this.#budget.release(bytesOf([parts.partOf]));
    }
  }

  async *#numbers(reader: ColumnReader, numbers: readonly NumberQuestion[], parts: RowParts): AsyncGenerator<NumberStatistics> {
    const layout = layoutOfParts(parts);
    const space = new SortSpace();
    for (const question of numbers) {
      const values = await reader.numbers([question.name]);
      const found = numberStatistics(values[0]!, question, { parts, layout, space });
      this.#budget.release(bytesOf(values));
      yield found;
    }
  }

  rows(query: RowQuery, signal: CancelSignal): Promise<RowsPage> {
    return this.#table.readRows(query, signal);
  }
}

/** How the rows of a table lie, and where its columns are sorted. */
interface PartsOfRows {
  readonly parts: RowParts;
  readonly layout: ColumnLayout;
  readonly space: SortSpace;
}

function numberStatistics(values: Float64Array, { name, bins }: NumberQuestion, { parts, layout, space }: PartsOfRows): NumberStatistics {
  space.reserve(layout, wholeLayout(0));
  const side = sortSide(values, layout, space, 0);
  const edges = typeof bins === 'number' ? quantileEdges(side.sorted, bins) : bins;
  const ends = [...Array.from(edges, (edge) => searchSorted(side.sorted, edge, 'right')), side.sorted.length];
  const { n, mean, sd, min, max } = moments(side.sorted);
  return {
    kind: 'number',
    name,
    edges,
    parts: {
      bucket: Int32Array.from(parts.bucketOfPart),
      group: Int32Array.from(parts.groupOfPart),
      rows: layout.rowsPerBlock.slice(),
    },
    counts: blocksOfSorted(side, ends).counts,
    missing: side.missingPerBlock,
    moments: { n, mean, sd, min, max },
  };
}

/** Parts as blocks of their own, in the order they were met. */
function layoutOfParts({ partOf, bucketOfPart }: RowParts): ColumnLayout {
  const count = bucketOfPart.length;
  const own = Int32Array.from({ length: count }, (_, part) => part);
  const rowsPerBlock = new Float64Array(count);
  for (const part of partOf) rowsPerBlock[part]!++;
  return {
    ...wholeLayout(partOf.length),
    partOf,
    chunkOfPart: new Int16Array(count).fill(-1),
    blockOfPart: own,
    blockCount: count,
    chunkOfBlock: new Int16Array(count).fill(-1),
    wholeOfBlock: own,
    wholeUnits: Float64Array.from(own),
    rowsPerBlock,
  };
}
