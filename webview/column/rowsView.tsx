import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { formatCount } from '../../src/core/format/count.ts';
import { whereRows } from '../../src/core/sections/drift/charts/whereRows.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { Dropdown } from '../common/controls.ts';
import { CopyTable } from '../copy/copyTable.tsx';
import { Link } from '../report/link.tsx';
import { label, usePage } from '../report/pageContext.ts';
import { chartWindow } from './chartWindow.ts';
import type { RowsAsked } from './rowsAsked.ts';
import { RowsTable } from './rowsTable.tsx';
import { useRows } from './useRows.ts';

const perPage = 20;

/** Rows behind a bin, a category or the missing values: those asked for, else those of what moved most. */
export function RowsView({ column }: { readonly column: ColumnReport }): VNode {
  const page = usePage();
  const { words, rowsAsked } = page;
  const window = chartWindow(page, column);
  const choices: RowsAsked[] = whereRows(column, window, words).flatMap(({ name, selection }) =>
    selection === null ? [] : [{ column: column.name, name, selection }],
  );
  const key = (asked: RowsAsked): string => JSON.stringify(asked.selection);
  const wanted = rowsAsked?.column === column.name ? key(rowsAsked) : null;
  const asked = choices.find((choice) => key(choice) === wanted) ?? choices[0];
  if (asked === undefined) return <p class="muted">{label(page, 'nothingToDraw')}</p>;
  return (
    <>
      <div class="rows-head">
        <Dropdown
          label={label(page, 'rowsWhere', column.name)}
          value={key(asked)}
          options={choices.map((choice) => ({ value: key(choice), text: choice.name }))}
          onChange={(value) => {
            const next = choices.find((choice) => key(choice) === value);
            if (next !== undefined) page.showRows(next);
          }}
        />
      </div>
      <RowsOf key={key(asked)} asked={asked} chunk={window.chunk} name={window.name} />
    </>
  );
}

interface RowsOfProps {
  readonly asked: RowsAsked;
  readonly chunk: number | null;
  /** Of the window of current. */
  readonly name: string;
}

function RowsOf({ asked, chunk, name }: RowsOfProps): VNode {
  const page = usePage();
  const { locale } = page.words;
  const [side, setSide] = useState<'reference' | 'current'>('current');
  const [offset, setOffset] = useState(0);
  useEffect(() => setOffset(0), [side, chunk]);
  const { loading, rows, error, again } = useRows(page, {
    side,
    column: asked.column,
    selection: asked.selection,
    chunk: side === 'current' ? chunk : null,
    offset,
    limit: perPage,
  });
  const count = (n: number): string => formatCount(n, locale);
  const total = rows?.total ?? 0;
  const last = Math.min(total, offset + (rows?.rows.length ?? 0));
  return (
    <>
      <div class="rows-bar">
        <span class="switch">
          <Link pressed={side === 'reference'} onClick={() => setSide('reference')}>
            {label(page, 'referencePart')}
          </Link>
          <Link pressed={side === 'current'} onClick={() => setSide('current')}>
            {chunk === null ? label(page, 'currentPart') : name}
          </Link>
        </span>
        <span class="muted" role="status">
          {loading && rows === null && label(page, 'rowsLoading')}
          {rows !== null &&
            (total === 0 ? label(page, 'rowsNone') : label(page, 'rowsShown', count(offset + 1), count(last), count(total)))}
        </span>
        {rows !== null && total > perPage && (
          <span class="push">
            {offset > 0 && <Link onClick={() => setOffset(Math.max(0, offset - perPage))}>{label(page, 'rowsPrevious')}</Link>}{' '}
            {last < total && <Link onClick={() => setOffset(offset + perPage)}>{label(page, 'rowsNext')}</Link>}
          </span>
        )}
      </div>
      {error !== null && (
        <p class="failed" role="alert">
          {label(page, 'rowsFailed', error)} <Link onClick={again}>{label(page, 'tryAgain')}</Link>
        </p>
      )}
      {rows !== null && rows.rows.length > 0 && (
        <div class="copyable">
          <RowsTable rows={rows} busy={loading} caption={label(page, 'rowsCaption', asked.column, asked.name)} />
          <p class="more">
            <CopyTable />
          </p>
        </div>
      )}
    </>
  );
}
