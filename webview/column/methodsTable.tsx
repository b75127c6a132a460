import type { VNode } from 'preact';
import { formatP } from '../../src/core/format/pValue.ts';
import { driftOf } from '../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { CopyTable } from '../copy/copyTable.tsx';
import { label, usePage, windowName } from '../report/pageContext.ts';
import { methodRows } from './methodRows.ts';

/** Every method's number for the whole or the chosen chunk; a dot marks those the verdict was made from. */
export function MethodsTable({ column }: { readonly column: ColumnReport }): VNode {
  const page = usePage();
  const cell = column.chunks.find((candidate) => candidate.chunk === page.state.chunk);
  const decision = cell ?? column.whole;
  const measures = cell?.measures ?? column.measures;
  if (measures === null) return <p class="muted">{label(page, 'nothingToDraw')}</p>;
  const where = windowName(page, cell === undefined ? null : page.state.chunk);
  return (
    <div class="copyable">
      <table class="figures methods-table">
        <caption class="unseen">{label(page, 'methodsOf', column.name, where)}</caption>
        <thead>
          <tr>
            <th scope="col">{label(page, 'methodHead')}</th>
            <th scope="col" class="num">
              {label(page, 'valueHead')}
            </th>
            <th scope="col" class="num">
              {label(page, 'limitHead')}
            </th>
            <th scope="col" class="num">
              {label(page, 'pHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {methodRows(page, column, decision, measures).map((row) => (
            <tr key={row.name} class={row.decides ? 'decides' : ''}>
              <th scope="row">
                {row.name} {row.decides && <span class="kind">{label(page, 'methodDecides')}</span>}
              </th>
              <td class="num">{row.value}</td>
              <td class="num">{row.limit}</td>
              <td class="num">{row.p}</td>
            </tr>
          ))}
          {column.q !== null && column.p !== 1 && (
            <tr class="decides">
              <th scope="row">
                {label(page, 'qLong')} <span class="kind">{label(page, 'methodDecides')}</span>
              </th>
              <td class="num">{formatP(column.q, page.words.locale)}</td>
              <td class="num">{formatP(driftOf(page.report).rule.q, page.words.locale)}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
      <p class="more">
        <CopyTable />
      </p>
    </div>
  );
}
