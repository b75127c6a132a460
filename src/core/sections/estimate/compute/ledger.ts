import { wilson } from '../../../stats/intervals/wilson.ts';
import type { ComputedEstimate, Refusal } from './estimateResult.ts';

/** An estimate beside what came true once the labels were there. */
export interface LedgerRow {
  readonly chunk: string;
  readonly measure: string;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly refused: Refusal | null;
  /** Null: labels not there yet, or the measure undefined on them. */
  readonly realised: number | null;
  /** Realised − estimated; null unless both are there. */
  readonly error: number | null;
  /** Whether the realised value lies in the band, ends included; null unless both are there. */
  readonly inside: boolean | null;
}

/** How the estimates of a measure stood the test. */
export interface LedgerSummary {
  /** Chunks with both an estimate and a realised value. */
  readonly graded: number;
  readonly inside: number;
  /** inside / graded with its Wilson 95 % interval; null before any is graded. */
  readonly coverage: { readonly share: number; readonly low: number; readonly high: number } | null;
  /** Mean of realised − estimated: above 0 the model did better than said, where higher is better. */
  readonly bias: number | null;
  readonly meanAbsoluteError: number | null;
  /** Chunk with the largest absolute error. */
  readonly worst: string | null;
  readonly refused: number;
  /** Estimates whose labels are still out. */
  readonly waiting: number;
}

/** One row of the ledger. */
export function ledgerRow(chunk: string, measure: string, estimate: ComputedEstimate, realised: number | null): LedgerRow {
  const { value, low, high, refused } = estimate;
  const truth = realised !== null && Number.isFinite(realised) ? realised : null;
  const isGraded = truth !== null && value !== null && low !== null && high !== null;
  return {
    chunk,
    measure,
    estimate: value,
    low,
    high,
    refused,
    realised: truth,
    error: isGraded ? truth - value : null,
    inside: isGraded ? truth >= low && truth <= high : null,
  };
}

/** Summary of the rows of one measure. O(rows). */
export function summariseLedger(rows: readonly LedgerRow[]): LedgerSummary {
  const graded = rows.filter((row) => row.inside !== null);
  const inside = graded.filter((row) => row.inside).length;
  const n = graded.length;
  const mean = (of: (row: LedgerRow) => number) => (n > 0 ? graded.reduce((sum, row) => sum + of(row), 0) / n : null);
  const worst = graded.reduce<LedgerRow | null>((w, row) => (w === null || Math.abs(row.error!) > Math.abs(w.error!) ? row : w), null);
  return {
    graded: n,
    inside,
    coverage: n > 0 ? { share: inside / n, ...wilson(inside, n) } : null,
    bias: mean((row) => row.error!),
    meanAbsoluteError: mean((row) => Math.abs(row.error!)),
    worst: worst?.chunk ?? null,
    refused: rows.filter((row) => row.refused !== null).length,
    waiting: rows.filter((row) => row.refused === null && row.realised === null).length,
  };
}
