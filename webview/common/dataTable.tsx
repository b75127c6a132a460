import type { VNode } from 'preact';
import type { ChartTable } from '../../src/core/charts/chart.ts';

/** The table twin of a picture. */
export function DataTable({ table, caption }: { readonly table: ChartTable; readonly caption: string }): VNode {
  const side = (index: number): string => (table.numeric[index] === true ? 'num' : '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section class="table-box" aria-label={caption} tabIndex={0}>
      <table class="figures">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {table.head.map((head, index) => (
              <th scope="col" class={side(index)} key={index}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((text, place) => (
                <td class={side(place)} key={place}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
