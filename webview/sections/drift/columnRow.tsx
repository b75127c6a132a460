import type { VNode } from 'preact';
import type { ColumnReport } from '../../../src/core/sections/drift/result.ts';
import { MiniHistogram } from '../../heatmap/miniHistogram.tsx';
import { columnText, type Page } from '../../report/pageContext.ts';
import { VerdictPill } from '../../report/verdictPill.tsx';

/** A column with both distributions at a glance; it opens its drill-down. */
export function ColumnRow({ column, page }: { readonly column: ColumnReport; readonly page: Page }): VNode {
  const said = columnText(page.text, column.name);
  const chosen = page.state.column === column.name;
  const open = (): void => page.select(column.name, column.since, true);
  return (
    // The button in the first cell does the same by keyboard.
    <tr class={chosen ? 'chosen' : ''} onClick={open}>
      <th scope="row">
        <button
          type="button"
          class="name"
          title={said.role}
          onClick={(event) => {
            event.stopPropagation();
            open();
          }}
        >
          {column.name}
        </button>{' '}
        <span class="kind">{said.kind}</span>
      </th>
      <td>
        <VerdictPill verdict={column.verdict} text={page.text} />
      </td>
      <td>
        <MiniHistogram column={column} spoken={said.spoken} />
      </td>
      <td class="num">{said.moved}</td>
      <td class="num typical" title={said.typical}>
        {said.typical}
      </td>
      <td class="num">{said.missing}</td>
      <td class="num">{said.q}</td>
    </tr>
  );
}
