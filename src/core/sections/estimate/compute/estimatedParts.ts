import { nextTurn } from '../../../read/nextTurn.ts';
import type { Predictions } from '../../../read/predictions.ts';
import { rowsOfChunks } from '../../../read/rowsOfChunks.ts';
import { takeRows } from '../../../read/takeRows.ts';
import { pickRows } from './binaryModel.ts';
import { type ChunkToEstimate, estimateChunk } from './estimateChunk.ts';
import type { EstimateInput } from './estimateInput.ts';
import type { Feature } from './featureCoding.ts';
import { rowsFor } from './fitModel.ts';

/** Estimates of every measure that the model gives. */
export type Estimates = ReturnType<typeof estimateChunk>;

/** A chunk of a side: its rows in the side, their predictions, and what is estimated over them. */
export interface EstimatedPart {
  readonly rows: Uint32Array;
  readonly taken: Predictions;
  readonly estimates: Estimates;
}

/** The model over the whole of current, over each chunk of current and over each of reference. */
export interface EstimatedSides {
  readonly whole: Estimates;
  readonly now: readonly EstimatedPart[];
  readonly past: readonly EstimatedPart[];
}

/** Estimates the whole and every chunk of both sides, chunk by chunk, so that a run can be stopped between them. */
export async function estimatedSides(input: EstimateInput, model: ChunkToEstimate['model']): Promise<EstimatedSides> {
  const { reference, current, features, chunks, signal } = input;
  const parts = async (p: Predictions, of: readonly Feature[], count: number): Promise<EstimatedPart[]> => {
    const estimated: EstimatedPart[] = [];
    for (const rows of p.chunkOf === null ? [] : rowsOfChunks(p.chunkOf, count)) {
      await nextTurn();
      signal.throwIfAborted();
      estimated.push(estimatedPart(input, model, { p, features: of }, rows));
    }
    return estimated;
  };
  const whole = estimateChunk({ model, rows: rowsFor(input, current, features.current) } as ChunkToEstimate);
  const now = await parts(current, features.current, chunks.current);
  return { whole, now, past: await parts(reference, features.reference, chunks.reference) };
}

/** Estimates some rows of a side. */
export function estimatedPart(
  input: EstimateInput,
  model: ChunkToEstimate['model'],
  { p, features }: { readonly p: Predictions; readonly features: readonly Feature[] },
  rows: Uint32Array,
): EstimatedPart {
  const taken = takeRows(p, rows);
  const of = features.map((feature) => takeFeature(feature, rows));
  return { rows, taken, estimates: estimateChunk({ model, rows: rowsFor(input, taken, of) } as ChunkToEstimate) };
}

function takeFeature(feature: Feature, rows: Uint32Array): Feature {
  return feature.kind === 'number'
    ? { kind: 'number', values: pickRows(feature.values, rows) }
    : { kind: 'category', codes: Int32Array.from(rows, (row) => feature.codes[row]!), levels: feature.levels };
}
