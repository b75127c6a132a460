import type { VNode } from 'preact';
import type { EvaluationText } from '../../../src/core/report/evaluationText.ts';
import type { Behaviour } from '../../../src/core/sections/predictions/result.ts';
import { CopyTable } from '../../copy/copyTable.tsx';
import { label, usePage } from '../../report/pageContext.ts';

interface BehaviourTableProps {
  readonly behaviour: Behaviour;
  readonly rows: EvaluationText['behaviour'];
}

/** What the predictions look like, without labels: each number on both sides and its difference. */
export function BehaviourTable({ behaviour, rows }: BehaviourTableProps): VNode {
  const page = usePage();
  const sided = behaviour.rows.some((row) => row.reference !== null);
  const caption = label(page, 'evBehaviourTable');
  return (
    <div class="copyable">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section class="wide-box" aria-label={caption} tabIndex={0}>
        <table class="figures">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{label(page, 'rolePrediction')}</th>
              {sided && (
                <th scope="col" class="num">
                  {label(page, 'referencePart')}
                </th>
              )}
              <th scope="col" class="num">
                {label(page, 'currentPart')}
              </th>
              {sided && (
                <th scope="col" class="num">
                  {label(page, 'headDifference')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                {sided && <td class="num">{row.reference}</td>}
                <td class="num">{row.current}</td>
                {sided && <td class="num">{row.difference}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="more">
        <CopyTable />
      </p>
    </div>
  );
}
