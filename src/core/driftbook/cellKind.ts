import type { SectionKind } from '../report/section.ts';
import type { SpecLayer } from '../spec/comparisonSpec.ts';
import { optional, type Shape, text } from '../spec/shape.ts';

/** A kind of cells: how it is written, and what it asks of the comparison. */
export interface CellKind<F> {
  readonly form: Shape<F>;
  /** Whether predictions are evaluated for it. */
  readonly evaluates: boolean;
  /** Sections of the report that are shown in it, and whose checks are its own where it has none. None: cells of this kind cannot be run yet. */
  readonly sections: readonly SectionKind[];
  /** What can be checked in it. */
  readonly measures: readonly string[];
  /** Whether there is nothing to say without a reference. */
  readonly needsReference?: true;
  /** What its parameters say of the comparison, above what the file says. */
  readonly layer?: (cell: F) => SpecLayer;
}

/** What every cell but prose may have. */
export const named = { name: optional(text(100, 1), { about: 'What the cell is called, to be run by itself.' }) };

/** A kind of cells. */
export function cellKind<F>(kind: CellKind<F>): CellKind<F> {
  return kind;
}

/** The names of an object that has them at all. */
export function present<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
