import type { VNode } from 'preact';
import type { EvaluationText } from '../../../src/core/report/evaluationText.ts';
import { Rich } from '../../common/richView.tsx';
import { CopyTable } from '../../copy/copyTable.tsx';
import { label, usePage } from '../../report/pageContext.ts';

interface EvidenceTableProps {
  readonly rows: EvaluationText['evidenceRows'];
  /** Which of them changed, in their order. */
  readonly changed: readonly boolean[];
}

/** What changed of the inputs, the labels and the link between them, with how it was tested. */
export function EvidenceTable({ rows, changed }: EvidenceTableProps): VNode {
  const page = usePage();
  return (
    <div class="copyable">
      <table class="figures evidence">
        <caption class="unseen">{label(page, 'evEvidenceTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{label(page, 'evWhatChanged')}</th>
            <th scope="col">{label(page, 'verdictHead')}</th>
            <th scope="col">{label(page, 'evEvidence')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td>
                <span class={`pill ${changed[i] === true ? 'watch' : 'ok'}`}>
                  <span aria-hidden="true">{row.glyph}</span> {row.word}
                </span>
              </td>
              <td>
                <Rich text={row.text} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="more">
        <CopyTable />
      </p>
    </div>
  );
}
