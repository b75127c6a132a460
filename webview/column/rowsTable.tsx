import type { VNode } from 'preact';
import { formatCount } from '../../src/core/format/count.ts';
import type { HostMethods } from '../../src/shared/webviewProtocol.ts';
import { label, usePage } from '../report/pageContext.ts';

interface RowsTableProps {
  readonly rows: HostMethods['rows']['result'];
  readonly busy: boolean;
  readonly caption: string;
}

/** Rows as they stand in the file, the column asked for first. Scrolls sideways in itself. */
export function RowsTable({ rows, busy, caption }: RowsTableProps): VNode {
  const page = usePage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section class="table-box rows-box" aria-label={caption} aria-busy={busy} tabIndex={0}>
      <table class="figures rows">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="num">
              {label(page, 'rowNumber')}
            </th>
            {rows.columns.map((name, index) => (
              <th scope="col" key={index} class={index === 0 ? 'strong' : ''} title={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.rows.map((row, index) => (
            <tr key={index}>
              <td class="num muted">{formatCount(rows.rowNumbers[index] ?? 0, page.words.locale)}</td>
              {row.map((value, place) => (
                <td key={place} class={`${place === 0 ? 'strong' : ''} ${value === null ? 'muted' : ''}`} title={value ?? undefined}>
                  {value ?? label(page, 'rowsNull')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
