import type { VNode } from 'preact';
import { resultOf } from '../../../src/core/report/sectionOf.ts';
import { FiguresTable } from '../../common/figuresTable.tsx';
import { VerdictMark } from '../../common/verdictMark.tsx';
import { usePage } from '../../report/pageContext.ts';
import { evaluationTextOf } from '../evaluationPage.ts';

/** What training and predicting cost: mean, median and 95 % quantile of each resource. Judged only where there is a limit. */
export function ResourcesBlock(): VNode | null {
  const page = usePage();
  const said = evaluationTextOf(page);
  if (said === null || said.resources.length === 0) return null;
  const resources = resultOf(page.report, 'resources')?.columns ?? [];
  const sided = resources.some(({ n }) => n.reference !== null);
  const verdicts = resources.flatMap(({ figures }) => figures.map(({ floor }) => floor?.verdict ?? null));
  const judged = verdicts.some((verdict) => verdict !== null);
  return (
    <div class="block">
      <h3>{said.labels.resources}</h3>
      <FiguresTable caption={said.labels.resources} columns={{ sided, judged, needed: false }}>
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
      </FiguresTable>
    </div>
  );
}
