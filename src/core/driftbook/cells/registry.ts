import type { CellKind } from '../cellKind.ts';
import { attribution } from './attribution.ts';
import { behaviour } from './behaviour.ts';
import { drift } from './drift.ts';
import { markdown } from './markdownCell.ts';
import { performance } from './performance.ts';
import { quality } from './quality.ts';
import { slices } from './slices.ts';
import { sql } from './sql.ts';

/** Every kind of cells, by the name that says it in the file. */
export const cellKinds = { markdown, quality, drift, performance, behaviour, slices, attribution, sql } as const;

type Kinds = typeof cellKinds;

export type CellKindName = keyof Kinds;

/** A cell as it stands in the file. */
export type DriftbookCell = { [K in CellKindName]: Kinds[K] extends CellKind<infer F> ? F : never }[CellKindName];

/** What kind a cell is. */
export function kindOfCell(cell: DriftbookCell): CellKindName {
  return (Object.keys(cellKinds) as CellKindName[]).find((kind) => Object.hasOwn(cell, kind))!;
}
