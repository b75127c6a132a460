import type { VNode } from 'preact';
import { CopyTable } from '../report/copyTable.tsx';
import { label, usePage } from '../report/pageContext.ts';
import type { EvaluationProps } from './evaluationPage.ts';
import { VerdictMark } from './verdictMark.tsx';

/** What training and predicting cost: mean, median and 95 % quantile of each resource. Judged only where there is a limit. */
export function ResourcesBlock({ evaluation, said }: EvaluationProps): VNode | null {
  const page = usePage();
  if (said.resources.length === 0) return null;
  const sided = evaluation.resources.some(({ n }) => n.reference !== null);
  const verdicts = evaluation.resources.flatMap(({ figures }) => figures.map(({ floor }) => floor?.verdict ?? null));
  const judged = verdicts.some((verdict) => verdict !== null);
  const head = (text: string): VNode => (
    <th scope="col" class="num">
      {text}
    </th>
  );
  return (
    <div class="block">
      <h3>{said.labels.resources}</h3>
      <div class="copyable">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
        <section class="wide-box" aria-label={said.labels.resources} tabIndex={0}>
          <table class="figures columns measures">
            <caption class="unseen">{said.labels.resources}</caption>
            <thead>
              <tr>
                <th scope="col">{label(page, 'evMeasure')}</th>
                {judged && <th scope="col">{label(page, 'verdictHead')}</th>}
                {sided && head(label(page, 'referencePart'))}
                {head(label(page, 'currentPart'))}
                {sided && head(label(page, 'evChange'))}
              </tr>
            </thead>
            <tbody>
              {said.resources.map((row, i) => (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  {judged && (
                    <td>
                      <VerdictMark verdict={verdicts[i] ?? null} glyph={row.glyph} word={row.word} />
                    </td>
                  )}
                  {sided && <td class="num">{row.reference}</td>}
                  <td class="num">{row.current}</td>
                  {sided && <td class="num">{row.change}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p class="more under">
          <CopyTable />
        </p>
      </div>
    </div>
  );
}
