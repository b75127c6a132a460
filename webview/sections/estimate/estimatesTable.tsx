import type { VNode } from 'preact';
import type { EvaluationText } from '../../../src/core/report/evaluationText.ts';
import { DataTable } from '../../common/dataTable.tsx';
import { CopyTable } from '../../copy/copyTable.tsx';

/** Every chunk with its estimate of the first measure; what the labels said only where some have come in. */
export function EstimatesTable({ said: { estimatedChunks, ledger, labels } }: { readonly said: EvaluationText }): VNode | null {
  if (estimatedChunks.length === 0) return null;
  const graded = ledger.length > 0;
  const table = {
    head: [labels.chunk, labels.estimated, ...(graded ? [labels.realised] : []), labels.verdict],
    numeric: [false, true, ...(graded ? [true] : []), false],
    rows: estimatedChunks.map((row) => [row.chunk, row.estimate, ...(graded ? [row.realised] : []), `${row.glyph} ${row.word}`]),
  };
  return (
    <div class="copyable">
      <DataTable table={table} caption={labels.estimate} />
      <p class="more under">
        <CopyTable />
      </p>
    </div>
  );
}
