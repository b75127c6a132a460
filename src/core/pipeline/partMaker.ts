import { nextTurn } from '../read/nextTurn.ts';
import type { ReadRun } from '../read/readRun.ts';
import type { EvaluationNote } from '../report/note.ts';

/** A part that was made, or what it failed of. */
export type Made<T> = { readonly result: T; readonly failed: null } | { readonly result: null; readonly failed: string };

/** Makes the parts of an evaluation one after the other; each may fail by itself, save that a cancel ends all. */
export interface PartMaker {
  /** Makes a section. */
  made<T>(make: () => T | Promise<T>): Promise<Made<T>>;
  /** Makes a part of a section: `empty` stands for one that failed, and a note says so. */
  attempt<T>(part: string, empty: T, make: () => T | Promise<T>): Promise<T>;
  /** What is told of the parts that failed so far. */
  readonly notes: readonly EvaluationNote[];
}

/** The maker of a run. */
export function partMaker({ signal, progress }: ReadRun): PartMaker {
  const notes: EvaluationNote[] = [];
  const made: PartMaker['made'] = async (make) => {
    // Gives the worker's loop a turn, so that a cancel can arrive between two parts.
    await nextTurn();
    signal.throwIfAborted();
    progress({ stage: 'evaluating', done: 0, total: 0, item: null });
    try {
      return { result: await make(), failed: null };
    } catch (error) {
      signal.throwIfAborted();
      return { result: null, failed: error instanceof Error ? error.message : String(error) };
    }
  };
  return {
    notes,
    made,
    attempt: async (part, empty, make) => {
      const { result, failed } = await made(make);
      if (failed === null) return result as typeof empty;
      notes.push({ code: 'part_failed', side: null, values: { part, error: failed } });
      return empty;
    },
  };
}
