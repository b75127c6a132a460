import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { formatCount } from '../../src/core/format/count.ts';
import type { ColumnReport } from '../../src/core/report/report.ts';
import { orderColumns } from './columnOrder.ts';
import { Link } from './link.tsx';
import { MiniHistogram } from './miniHistogram.tsx';
import { columnText, label, type Page, usePage } from './pageContext.ts';
import { Section } from './section.tsx';
import { VerdictPill } from './verdictPill.tsx';

/** Rows shown before someone asks for all of them. */
const shownAtFirst = 100;

/** Every column with both distributions at a glance, the untested ones with their reason. */
export function ColumnsSection({ number }: { readonly number: number }): VNode {
  const page = usePage();
  const { report, text } = page;
  const [all, setAll] = useState(false);
  const ordered = useMemo(() => orderColumns(report.columns, 'worst', report), [report]);
  const tested = ordered.filter((column) => column.worst !== 'not_tested');
  const untested = ordered.filter((column) => column.worst === 'not_tested');
  const shown = all || page.printing ? tested : tested.slice(0, shownAtFirst);
  // Drawn again only for another selection: a filter or order of the heatmap is not about these rows.
  const rows = useMemo(
    () => shown.map((column) => <ColumnRow key={column.name} column={column} page={page} />),
    [report, text, all, page.printing, page.select, page.state.column],
  );
  const csv = page.hosted && <Link onClick={() => page.ask('save', { format: 'csv' })}>{label(page, 'csv')}</Link>;
  return (
    <Section id="columns" number={number} title={label(page, 'columnsTitle')} say={text.columnsIntro} actions={csv}>
      <div class="wide-box">
        <table class="figures columns">
          <thead>
            <tr>
              <th scope="col">{label(page, 'columnHead')}</th>
              <th scope="col">{label(page, 'verdictHead')}</th>
              <th scope="col">{label(page, 'glanceHead')}</th>
              <th scope="col" class="num">
                {label(page, 'movedHead')}
              </th>
              <th scope="col" class="num">
                {label(page, 'typicalHead')}
              </th>
              <th scope="col" class="num">
                {label(page, 'missingHead')}
              </th>
              <th scope="col" class="num">
                {label(page, 'qHead')}
              </th>
            </tr>
          </thead>
          <tbody>{rows}</tbody>
        </table>
      </div>
      {tested.length > shown.length && (
        <p class="more">
          <Link onClick={() => setAll(true)}>{label(page, 'moreNotes', formatCount(tested.length - shown.length, text.locale))}</Link>
        </p>
      )}
      {untested.length > 0 && (
        <div class="untested">
          <h3>{label(page, 'notTestedTitle', formatCount(untested.length, text.locale))}</h3>
          <ul>
            {untested.map((column) => (
              <li key={column.name}>
                <span class="untested-name">{column.name}</span> <span class="muted">{columnText(text, column.name).status}</span>{' '}
                {page.hosted && column.reason === 'ignored' && (
                  <Link
                    name={label(page, 'testAgainOf', column.name)}
                    onClick={() => page.ask('rerun', { columns: { [column.name]: { ignored: false } } })}
                  >
                    {label(page, 'testAgain')}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

function ColumnRow({ column, page }: { readonly column: ColumnReport; readonly page: Page }): VNode {
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
        <VerdictPill verdict={column.worst} text={page.text} />
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
