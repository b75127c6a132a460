import { type BinaryModel, type BinaryRows, estimateBinary } from './binaryModel.ts';
import type { ComputedEstimate } from './estimateResult.ts';
import type { EstimatedMeasure } from './measures.ts';
import { estimateMulticlass, type MulticlassModel, type MulticlassRows } from './multiclassModel.ts';
import { estimateRegression, type RegressionModel, type RegressionRows } from './regressionModel.ts';

/** A model learned from a reference, with the rows of a chunk in the shape that it takes. */
export type ChunkToEstimate =
  | { readonly model: BinaryModel; readonly rows: BinaryRows }
  | { readonly model: MulticlassModel; readonly rows: MulticlassRows }
  | { readonly model: RegressionModel; readonly rows: RegressionRows };

/** Estimates of all measures that the model gives over the rows of one chunk. Never throws for data reasons: a refusal is part of the result. */
export function estimateChunk(chunk: ChunkToEstimate): Partial<Record<EstimatedMeasure, ComputedEstimate>> {
  const { model } = chunk;
  switch (model.kind) {
    case 'binary':
      return estimateBinary(model, chunk.rows as BinaryRows);
    case 'multiclass':
      return estimateMulticlass(model, chunk.rows as MulticlassRows);
    case 'regression':
      return estimateRegression(model, chunk.rows as RegressionRows);
  }
}
