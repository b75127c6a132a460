import type { Predictions } from '../../../read/predictions.ts';
import type { EstimateLedger } from '../result.ts';
import type { ChunkToEstimate } from './estimateChunk.ts';
import { type EstimatedPart, estimatedPart } from './estimatedParts.ts';
import type { EstimateInput } from './estimateInput.ts';
import { type LedgerRow, ledgerRow, summariseLedger } from './ledger.ts';
import type { EstimatedMeasure } from './measures.ts';

/** Fewer labelled rows than this in a chunk are not compared with the estimate, as fewer are not tested. */
const fewestLabels = 30;

/** A row of the ledger, and the labelled rows it is of. */
type Graded = LedgerRow & { readonly labelled: number };

/** Estimates of a measure over the chunks of current beside what its labels say; null before any chunk has enough of them. */
export function estimateLedger(
  input: EstimateInput,
  model: ChunkToEstimate['model'],
  name: EstimatedMeasure,
  now: readonly EstimatedPart[],
): EstimateLedger | null {
  const found = now.map((chunk, i) => graded(input, name, i, { chunk, labelled: onLabelled(input, model, chunk) }));
  const rows = found.filter((row) => row !== null && row !== 'one_class');
  const { graded: compared, inside, waiting, bias } = summariseLedger(rows);
  if (compared === 0) return null;
  return {
    compared,
    inside,
    waiting,
    undefined: found.filter((row) => row === 'one_class').length,
    meanError: bias ?? 0,
    rows: rows.flatMap(({ chunk, estimate, low, high, realised, inside: lies, labelled }) =>
      lies === null
        ? []
        : [{ chunk: Number(chunk), estimate: estimate!, low: low!, high: high!, realised: realised!, inside: lies, labelled }],
    ),
  };
}

/** A chunk as estimated on its labelled rows, so that estimate and truth are of the same rows. */
function onLabelled(input: EstimateInput, model: ChunkToEstimate['model'], chunk: EstimatedPart): EstimatedPart {
  const { current, features } = input;
  const rows = chunk.rows.filter((row) => isLabelled(current, row));
  if (rows.length === chunk.rows.length || rows.length < fewestLabels) return { ...chunk, rows };
  return estimatedPart(input, model, { p: current, features: features.current }, rows);
}

/** A chunk in the ledger; null when it has no place there, `one_class` when its labels do not define the measure. */
function graded(
  input: EstimateInput,
  name: EstimatedMeasure,
  at: number,
  { chunk, labelled }: { readonly chunk: EstimatedPart; readonly labelled: EstimatedPart },
): Graded | 'one_class' | null {
  const { estimates, taken, rows } = labelled;
  const of = estimates[name];
  if (of === undefined) return null;
  // A handful of labels tells nothing of a band for thousands of rows: the chunk still waits.
  const realised = rows.length < fewestLabels ? null : input.realised(taken, name);
  const allIn = rows.length > 0 && rows.length === chunk.rows.length;
  // Labels of one class are in: the measure is not defined by them, and no more will come.
  if ((allIn || rows.length >= fewestLabels) && input.realised(taken, name) === null) return 'one_class';
  // Nor is anything to come for rows that are not there, or that have all their few labels.
  if (allIn ? realised === null : chunk.rows.length === 0) return null;
  return { ...ledgerRow(String(at), name, of, realised), labelled: rows.length };
}

function isLabelled({ actual, target }: Predictions, row: number): boolean {
  return actual === null ? target !== null && Number.isFinite(target[row]!) : actual[row]! >= 0;
}
