import type { SpecLayer } from '../spec/comparisonSpec.ts';
import { chunkUnits } from '../spec/comparisonSpec.ts';
import { specOf } from '../spec/layers.ts';
import { chunks } from '../spec/optionForms.ts';
import type { ChunkSpec, ComparisonSpec, DatasetSpec } from '../spec/spec.ts';
import { type CellKind, present } from './cellKind.ts';
import { cellKinds, type DriftbookCell, kindOfCell } from './cells/registry.ts';
import type { Driftbook, DriftbookDataset } from './driftbook.ts';

/** What stands below and above a driftbook. */
export interface AroundDriftbook {
  readonly settings?: SpecLayer;
  /** What was chosen on a page, and what was typed: above the file. */
  readonly choices?: SpecLayer;
  readonly args?: SpecLayer;
  /** The path of a dataset, which leads from the folder of the file. */
  readonly resolve?: (path: string) => string;
}

/**
 * What a cell of a driftbook asks of a comparison or evaluation: defaults < settings < driftbook < parameters of the cell < choices < arguments. Cells
 * whose specs are alike are answered by one report. Its checks are no part of it: they read the measurements. Nor is `last`, which whoever opens
 * the data applies.
 */
export function driftbookSpec(book: Driftbook, cell: DriftbookCell, around: AroundDriftbook = {}): ComparisonSpec {
  const { settings = {}, choices = {}, args = {}, resolve = (path) => path } = around;
  const { evaluates, layer } = cellKinds[kindOfCell(cell)] as unknown as CellKind<DriftbookCell>;
  const { reference, current } = book.datasets;
  const pair = {
    reference: reference === undefined ? null : datasetSpec(reference, resolve),
    current: datasetSpec(current, resolve),
    evaluate: evaluates,
  };
  return specOf(pair, [settings, bookLayer(book), layer?.(cell) ?? {}, choices, args]);
}

/** A dataset as a spec names it. A table of a revision is none: what a driftbook names of both is its revision (see `runDriftbook`). */
export function datasetSpec({ path, rev, table }: DriftbookDataset, resolve: (path: string) => string): DatasetSpec {
  if (rev !== undefined) return { path: resolve(path), rev };
  return table === undefined ? { path: resolve(path) } : { database: resolve(path), table };
}

/** What a driftbook says of all its cells, as a layer. */
function bookLayer({ chunk, columns = {} }: Driftbook): SpecLayer {
  const { importance: weights, scores, include, ignore, roles, types, timestamp, group, limits, score, ...parts } = columns;
  const classes = Object.entries(scores ?? {});
  const [[positive, ofPositive] = []] = classes.length === 1 ? classes : [];
  return {
    ...(chunk === undefined ? {} : { chunk: chunks(chunkUnits)([chunk]) as ChunkSpec }),
    columns: present({ include, ignore, roles, types, timestamp, group, limits, weights }),
    evaluate: {
      ...present({ ...parts, score: score ?? ofPositive, positive }),
      ...(classes.length > 1 && scores !== undefined ? { scores } : {}),
    },
  };
}
