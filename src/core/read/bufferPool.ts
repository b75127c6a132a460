import { bytesOf, type ColumnBudget } from './columnBudget.ts';

/** Buffers of both sides of a numeric column, a value per row. */
export interface ColumnBuffers {
  readonly reference: Float64Array;
  readonly current: Float64Array;
}

/** Column buffers that go from hand to hand: read into, computed on, and read into again. They are held until all are back. */
export class BufferPool {
  readonly #make: () => ColumnBuffers;
  readonly #budget: ColumnBudget;
  readonly #slots = new Set<ColumnBuffers>();
  readonly #free: ColumnBuffers[] = [];
  readonly #lent: Promise<void>[] = [];
  /** Slots that may still be made. */
  #more: number;
  #failure: { readonly error: unknown } | null = null;
  #wake: () => void = () => {};

  /** `most`: how many slots are made at most, beside those that are lent from outside. */
  constructor(make: () => ColumnBuffers, most: number, budget: ColumnBudget) {
    this.#make = make;
    this.#budget = budget;
    this.#more = most;
  }

  /** Lends a slot to some work; it is free when that has ended. One from outside, held already, is the pool's from now on. */
  lend(slot: ColumnBuffers, work: () => Promise<void>): void {
    this.#slots.add(slot);
    const done = work().then(
      () => this.giveBack(slot),
      (error: unknown) => {
        this.#failure ??= { error };
        this.#wake();
      },
    );
    this.#lent.push(done);
  }

  giveBack(slot: ColumnBuffers): void {
    this.#free.push(slot);
    this.#wake();
  }

  /** Waits for so many free slots. Rejects when work that was lent one has failed. */
  async take(count: number): Promise<ColumnBuffers[]> {
    for (;;) {
      if (this.#failure !== null) throw this.#failure.error;
      while (this.#free.length < count && this.#more > 0) {
        this.#more--;
        this.#free.push(this.#made());
      }
      if (this.#free.length >= count) return this.#free.splice(-count);
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }

  /** Waits for all work. Rejects when some of it has failed. */
  async allBack(): Promise<void> {
    await Promise.all(this.#lent);
    if (this.#failure !== null) throw this.#failure.error;
    for (const { reference, current } of this.#slots) this.#budget.release(bytesOf([reference, current]));
    this.#slots.clear();
    this.#free.length = 0;
  }

  #made(): ColumnBuffers {
    const slot = this.#make();
    this.#budget.hold(bytesOf([slot.reference, slot.current]));
    this.#slots.add(slot);
    return slot;
  }
}
