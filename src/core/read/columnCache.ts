import type { HoldNumbers } from '../data/table.ts';
import type { TableInfo } from '../data/tableInfo.ts';
import type { ColumnBuffers } from './bufferPool.ts';
import { bytesOf, type ColumnBudget } from './columnBudget.ts';

/** Part of the budget for columns kept from profiling; threads sort in the rest. */
const heldShare = 0.8;

/**
 * Numeric columns that are kept from the pass that profiles them, so that they need not be read again: as many as fit the budget, in file order.
 * A column that was not kept, or not on both sides, is just not here.
 */
export class ColumnCache {
  readonly #names: ReadonlySet<string>;
  readonly #buffer: (rows: number) => Float64Array;
  readonly #budget: ColumnBudget;
  readonly #slots = { reference: new Map<string, Float64Array>(), current: new Map<string, Float64Array>() };

  constructor(reference: TableInfo, current: TableInfo, budget: ColumnBudget, buffer: (rows: number) => Float64Array) {
    const numbers = new Set(reference.columns.filter(({ kind }) => kind === 'number').map(({ name }) => name));
    const common = current.columns.filter(({ kind, name }) => kind === 'number' && numbers.has(name)).map(({ name }) => name);
    const room = Math.floor((budget.bytes * heldShare) / Math.max(1, 8 * (reference.rows + current.rows)));
    this.#names = new Set(common.slice(0, room));
    this.#budget = budget;
    this.#buffer = buffer;
  }

  /** Gives the buffers of a side. */
  hold(side: 'reference' | 'current', rows: number): HoldNumbers {
    return (column) => {
      if (!this.#names.has(column)) return null;
      const made = this.#buffer(rows);
      this.#budget.hold(made.byteLength);
      this.#slots[side].set(column, made);
      return made;
    };
  }

  has(column: string): boolean {
    return this.#slots.reference.has(column) && this.#slots.current.has(column);
  }

  /** Hands a column out, once: its buffers are the taker's, to release as well. */
  take(column: string): ColumnBuffers | null {
    const reference = this.#slots.reference.get(column);
    const current = this.#slots.current.get(column);
    if (reference === undefined || current === undefined) {
      this.#drop(column);
      return null;
    }
    this.#slots.reference.delete(column);
    this.#slots.current.delete(column);
    return { reference, current };
  }

  /** Gives the memory of all other columns back. */
  keepOnly(columns: readonly string[]): void {
    const wanted = new Set(columns);
    for (const side of Object.values(this.#slots)) for (const name of [...side.keys()]) if (!wanted.has(name)) this.#drop(name);
  }

  #drop(column: string): void {
    for (const side of Object.values(this.#slots)) {
      this.#budget.release(bytesOf([side.get(column) ?? null]));
      side.delete(column);
    }
  }
}
