import type { ChunkPlan, PlannedChunk } from '../../../read/chunks/chunkPlan.ts';
import type { RowLayout } from '../../../read/chunks/rowLayout.ts';
import type { Chunk, TimeAxis } from '../../../report/report.ts';

/** The chunks of both sides with their rows; null in a report of two wholes. */
export function timeAxisOf(plan: ChunkPlan, referenceLayout: RowLayout | null, currentLayout: RowLayout): TimeAxis | null {
  if (plan.unit === null || plan.current.chunks.length === 0) return null;
  const chunks = (planned: readonly PlannedChunk[], layout: RowLayout | null): Chunk[] =>
    planned.map((c, i) => ({ ...c, rows: layout?.rowsPerChunk[i] ?? 0 }));
  return {
    column: plan.unit === 'rows' ? null : plan.column,
    unit: plan.unit,
    chosen: plan.chosen,
    chunks: chunks(plan.current.chunks, currentLayout),
    referenceChunks: chunks(plan.reference.chunks, referenceLayout),
  };
}
