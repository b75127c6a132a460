import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { formatCount } from '../../src/core/format/count.ts';
import { formatPoints } from '../../src/core/format/points.ts';
import { formatShare } from '../../src/core/format/share.ts';
import { type WhereRow, whereRows } from '../../src/core/sections/drift/charts/whereRows.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { HeadRow } from '../common/headRow.tsx';
import { CopyTable } from '../copy/copyTable.tsx';
import { Link } from '../report/link.tsx';
import { label, usePage } from '../report/pageContext.ts';
import { chartWindow } from './chartWindow.ts';
import { WhereBar } from './whereBar.tsx';

const shownAtFirst = 10;

/** The bins or categories of a column by how much they moved, each with the way to its rows. */
export function WhereTable({ column }: { readonly column: ColumnReport }): VNode {
  const page = usePage();
  const { words } = page;
  const [all, setAll] = useState(false);
  const window = chartWindow(page, column);
  const rows = useMemo(() => whereRows(column, window, words), [column, window.chunk, window.name, words]);
  const shown = all || page.printing ? rows : rows.slice(0, shownAtFirst);
  const longest = Math.max(...rows.map((row) => Math.max(row.reference, row.current)), Number.EPSILON);
  const caption = label(page, 'whereCaption', column.name, window.name);
  const heads = [
    { text: label(page, column.histogram === null && column.categories?.ordered !== true ? 'headCategory' : 'axisValue') },
    { text: label(page, 'glanceHead'), unseen: true },
    { text: label(page, 'referencePart'), numeric: true },
    { text: window.chunk === null ? label(page, 'currentPart') : window.name, numeric: true },
    { text: label(page, 'headPoints'), numeric: true },
    { text: label(page, 'headRows'), numeric: true },
  ];
  return (
    <div class="copyable">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section class="table-box where-box" aria-label={caption} tabIndex={0}>
        <table class="figures where">
          <caption class="unseen">{caption}</caption>
          <thead>
            <HeadRow heads={heads} />
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={`${index}${row.name}`}>
                <th scope="row" title={row.name}>
                  {row.name}
                </th>
                <td>
                  <WhereBar reference={row.reference / longest} current={row.current / longest} />
                </td>
                <td class="num">{formatShare(row.reference, words.locale)}</td>
                <td class="num">{formatShare(row.current, words.locale)}</td>
                <td class="num strong">{formatPoints(row.change, words.locale)}</td>
                <td class="num">
                  <RowsOf column={column} row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="more under">
        {rows.length > shownAtFirst && (
          <Link onClick={() => setAll(!all)} expanded={all}>
            {all ? label(page, 'fewerNotes') : label(page, 'moreNotes', formatCount(rows.length - shownAtFirst, words.locale))}
          </Link>
        )}
        <CopyTable />
      </p>
    </div>
  );
}

/** Rows of current behind a line: their number, and the way to them where there is a host to ask. */
function RowsOf({ column, row }: { readonly column: ColumnReport; readonly row: WhereRow }): VNode {
  const page = usePage();
  const count = row.rows === null ? '' : formatCount(row.rows, page.words.locale);
  const { selection } = row;
  if (!page.hosted || selection === null) return <>{count || '–'}</>;
  return (
    <>
      {count}{' '}
      <Link name={label(page, 'showRowsOf', row.name)} onClick={() => page.showRows({ column: column.name, name: row.name, selection })}>
        {label(page, 'showRows')}
      </Link>
    </>
  );
}
