import type { HoldNumbers } from '../data/table.ts';
import type { TableInfo } from '../data/tableInfo.ts';
import type { ColumnBuffers } from './bufferPool.ts';

/**
 * Numeric columns that are kept from the pass that profiles them, so that they need not be read again: as many as fit the budget, in file order.
 * A column that was not kept, or not on both sides, is just not here.
 */
export class ColumnCache {
  readonly #names: ReadonlySet<string>;
  readonly #buffer: (rows: number) => Float64Array;
  readonly #slots = { reference: new Map<string, Float64Array>(), current: new Map<string, Float64Array>() };

  /** `budgetBytes`: what column buffers may take beside what sorting takes. */
  constructor(reference: TableInfo, current: TableInfo, budgetBytes: number, buffer: (rows: number) => Float64Array) {
    const numbers = new Set(reference.columns.filter(({ kind }) => kind === 'number').map(({ name }) => name));
    const common = current.columns.filter(({ kind, name }) => kind === 'number' && numbers.has(name)).map(({ name }) => name);
    const room = Math.floor(budgetBytes / Math.max(1, 8 * (reference.rows + current.rows)));
    this.#names = new Set(common.slice(0, room));
    this.#buffer = buffer;
  }

  /** Gives the buffers of a side. */
  hold(side: 'reference' | 'current', rows: number): HoldNumbers {
    return (column) => {
      if (!this.#names.has(column)) return null;
      const made = this.#buffer(rows);
      this.#slots[side].set(column, made);
      return made;
    };
  }

  has(column: string): boolean {
    return this.#slots.reference.has(column) && this.#slots.current.has(column);
  }

  /** Hands a column out, once: its buffers are the taker's. */
  take(column: string): ColumnBuffers | null {
    const reference = this.#slots.reference.get(column);
    const current = this.#slots.current.get(column);
    this.#slots.reference.delete(column);
    this.#slots.current.delete(column);
    return reference === undefined || current === undefined ? null : { reference, current };
  }

  /** Gives the memory of all other columns back. */
  keepOnly(columns: readonly string[]): void {
    const wanted = new Set(columns);
    for (const side of Object.values(this.#slots)) for (const name of side.keys()) if (!wanted.has(name)) side.delete(name);
  }
}
