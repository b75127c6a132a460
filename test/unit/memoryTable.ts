import type { CodedColumn } from '../../src/core/data/codedColumn.ts';
import type { ColumnKind } from '../../src/core/data/columnKind.ts';
import type { ColumnProfile } from '../../src/core/data/columnProfile.ts';
import { noBucket, type RowKey } from '../../src/core/data/rowKey.ts';
import type { RowQuery, RowsPage, RowWindow } from '../../src/core/data/rowsPage.ts';
import type { HoldNumbers, Table } from '../../src/core/data/table.ts';
import type { TableInfo } from '../../src/core/data/tableInfo.ts';
import type { ValueCounts } from '../../src/core/data/valueCounts.ts';

export type MemoryValue = number | string | boolean | Date | null;

/** A table in memory for tests of the core: the same contract as the engine's, with the simplest code that can be right. */
export class MemoryTable implements Table {
  readonly info: TableInfo;
  private readonly columns: ReadonlyMap<string, readonly MemoryValue[]>;
  private readonly kinds: ReadonlyMap<string, ColumnKind>;
  /** Columns whose reading fails, to test that one bad column does not end a report. */
  readonly broken = new Set<string>();
  /** Columns whose numbers were read, in order. */
  readonly read: string[] = [];

  constructor(label: string, columns: Readonly<Record<string, readonly MemoryValue[]>>, kinds: Readonly<Record<string, ColumnKind>> = {}) {
    this.columns = new Map(Object.entries(columns));
    this.kinds = new Map([...this.columns].map(([name, values]) => [name, kinds[name] ?? kindOf(values)]));
    const rows = Math.max(0, ...[...this.columns.values()].map((v) => v.length));
    this.info = {
      label,
      path: `/data/${label}`,
      format: 'csv',
      files: [{ path: `/data/${label}`, bytes: rows * 10 }],
      rows,
      columns: [...this.kinds].map(([name, kind]) => ({ name, kind, physicalType: typeName(kind) })),
    };
  }

  async profile(_signal: Parameters<Table['profile']>[0], hold?: HoldNumbers): Promise<readonly ColumnProfile[]> {
    for (const [name, values] of this.columns)
      if (this.kinds.get(name) === 'number' && !this.broken.has(name)) hold?.(name)?.set(Float64Array.from(values, toNumber));
    return [...this.columns].map(([name, values]) => profileOf(name, this.kinds.get(name)!, values));
  }

  async readNumbers(
    columns: readonly string[],
    key: RowKey,
    sink: Parameters<Table['readNumbers']>[2],
    signal: Parameters<Table['readNumbers']>[3],
  ): Promise<void> {
    this.read.push(...columns);
    const size = 1000;
    for (let from = 0; from < this.info.rows; from += size) {
      signal.throwIfAborted();
      const to = Math.min(this.info.rows, from + size);
      for (const name of columns) if (this.broken.has(name)) throw new Error(`cannot read ${name}`);
      sink({
        length: to - from,
        values: columns.map((name) => Float64Array.from(this.columns.get(name)!.slice(from, to), toNumber)),
        buckets: key.time || key.rows ? Int32Array.from({ length: to - from }, (_, i) => this.bucket(key, from + i)) : null,
        groups: key.group || (key.time && key.rows) ? Int32Array.from({ length: to - from }, (_, i) => this.group(key, from + i)) : null,
      });
    }
  }

  async countValues(column: string, key: RowKey, limit: number): Promise<ValueCounts> {
    if (this.broken.has(column)) throw new Error(`cannot read ${column}`);
    const values = this.columns.get(column)!;
    const totals = new Map<string, number>();
    for (const v of values) if (v !== null) totals.set(String(v), (totals.get(String(v)) ?? 0) + 1);
    const order = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([v]) => v);
    const kept = order.slice(0, limit);
    const index = new Map(kept.map((v, i) => [v, i]));
    const cells = new Map<string, [number, number, number, number]>();
    values.forEach((v, row) => {
      const value = v === null ? -2 : (index.get(String(v)) ?? -1);
      const bucket = key.time || key.rows ? this.bucket(key, row) : 0;
      const group = key.group || (key.time && key.rows) ? this.group(key, row) : 0;
      const name = `${value}/${bucket}/${group}`;
      const cell = cells.get(name);
      if (cell) cell[3]++;
      else cells.set(name, [value, bucket, group, 1]);
    });
    const list = [...cells.values()];
    return {
      values: kept,
      value: Int32Array.from(list, (c) => c[0]),
      bucket: Int32Array.from(list, (c) => c[1]),
      group: Int32Array.from(list, (c) => c[2]),
      count: Float64Array.from(list, (c) => c[3]),
      distinct: order.length,
    };
  }

  async readCodes(columns: readonly string[], limit: number): Promise<readonly CodedColumn[]> {
    return Promise.all(
      columns.map(async (name) => {
        const { values } = await this.countValues(name, {}, limit);
        const code = new Map(values.map((value, i) => [value, i]));
        const codes = Int16Array.from(this.columns.get(name)!, (v) => (v === null ? -2 : (code.get(String(v)) ?? -1)));
        return { name, values, codes };
      }),
    );
  }

  countValuesTogether(columns: readonly string[], key: RowKey, limit: number): Promise<readonly ValueCounts[]> {
    return Promise.all(columns.map((column) => this.countValues(column, key, limit)));
  }

  async countDuplicates(): Promise<number | null> {
    const rows = new Set<string>();
    for (let i = 0; i < this.info.rows; i++) rows.add(JSON.stringify([...this.columns.values()].map((v) => v[i])));
    return this.info.rows - rows.size;
  }

  async readRows({ column, selection, window, offset, limit }: RowQuery): Promise<RowsPage> {
    const values = this.columns.get(column)!;
    const columns = [column, ...[...this.columns.keys()].filter((name) => name !== column)].slice(0, 50);
    const matches = (row: number): boolean => {
      const value = values[row] ?? null;
      if (!this.inWindow(window, row)) return false;
      if (selection.kind === 'missing') return value === null || Number.isNaN(value);
      if (selection.kind === 'category') return value !== null && String(value) === selection.value;
      const x = toNumber(value);
      return Number.isFinite(x) && x >= (selection.from ?? Number.NEGATIVE_INFINITY) && x < (selection.to ?? Number.POSITIVE_INFINITY);
    };
    const found = Array.from({ length: this.info.rows }, (_, row) => row).filter(matches);
    const shown = found.slice(offset, offset + Math.min(100, limit));
    const text = (value: MemoryValue | undefined): string | null =>
      value === null || value === undefined ? null : (value instanceof Date ? value.toISOString() : String(value)).slice(0, 200);
    return {
      columns,
      rows: shown.map((row) => columns.map((name) => text(this.columns.get(name)![row]))),
      rowNumbers: shown.map((row) => row + 1),
      total: found.length,
    };
  }

  private inWindow(window: RowWindow | null, row: number): boolean {
    if (window === null) return true;
    const at = window.kind === 'rows' ? row : toNumber(this.columns.get(window.column)![row]);
    return at >= window.from && at < window.to;
  }

  private bucket(key: RowKey, row: number): number {
    return key.rows ? Math.floor(row / key.rows.size) : this.time(key, row);
  }

  private time(key: RowKey, row: number): number {
    const time = this.columns.get(key.time!.column)![row];
    return time instanceof Date ? Math.floor(time.getTime() / key.time!.unitMs) : noBucket;
  }

  private group(key: RowKey, row: number): number {
    if (!key.group) return this.time(key, row);
    const value = this.columns.get(key.group!.column)![row];
    if (value === null || value === undefined) return -1;
    let hash = 0;
    for (const c of String(value)) hash = (Math.imul(hash, 31) + c.charCodeAt(0)) >>> 0;
    return hash % key.group!.buckets;
  }
}

function kindOf(values: readonly MemoryValue[]): ColumnKind {
  const first = values.find((v) => v !== null);
  if (first instanceof Date) return 'timestamp';
  return typeof first === 'boolean' ? 'boolean' : typeof first === 'number' ? 'number' : 'text';
}

function typeName(kind: ColumnKind): string {
  return { number: 'DOUBLE', boolean: 'BOOLEAN', text: 'VARCHAR', timestamp: 'TIMESTAMP', nested: 'STRUCT(a INTEGER)', other: 'BLOB' }[
    kind
  ];
}

function toNumber(v: MemoryValue | undefined): number {
  return v === null || v === undefined || typeof v === 'string' ? Number.NaN : v instanceof Date ? v.getTime() : Number(v);
}

function profileOf(name: string, kind: ColumnKind, values: readonly MemoryValue[]): ColumnProfile {
  const present = values.filter((v): v is Exclude<MemoryValue, null> => v !== null && !(typeof v === 'number' && Number.isNaN(v)));
  const numbers = kind === 'number' || kind === 'timestamp' ? present.map(toNumber).filter(Number.isFinite) : [];
  const texts = kind === 'text' ? present.map(String) : [];
  const steps = numbers.slice(1).map((x, i) => x - numbers[i]!);
  const mean = (xs: number[]) => (xs.length === 0 ? 0 : xs.reduce((a, b) => a + b, 0) / xs.length);
  return {
    name,
    kind,
    physicalType: typeName(kind),
    rows: values.length,
    nulls: values.filter((v) => v === null).length,
    nans: values.filter((v) => typeof v === 'number' && Number.isNaN(v)).length,
    infinities: values.filter((v) => v === Number.POSITIVE_INFINITY || v === Number.NEGATIVE_INFINITY).length,
    unreadable: 0,
    distinct: new Set(present.map((v) => (v instanceof Date ? v.getTime() : v))).size,
    distinctExact: true,
    min: numbers.length > 0 ? numbers.reduce((a, b) => Math.min(a, b)) : null,
    max: numbers.length > 0 ? numbers.reduce((a, b) => Math.max(a, b)) : null,
    integer: kind === 'number' && numbers.every(Number.isInteger),
    increasing: steps.length > 0 && steps.every((s) => s > 0) ? 'strict' : steps.length > 0 && steps.every((s) => s >= 0) ? 'weak' : 'none',
    meanLength: mean(texts.map((t) => t.length)),
    meanWords: mean(texts.map((t) => t.trim().split(/\s+/).length)),
    examples: [...new Set(present.map(String))].slice(0, 5),
  };
}
