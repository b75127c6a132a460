import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { Link } from '../report/link.tsx';
import { columnText, label, usePage } from '../report/pageContext.ts';
import { ColumnChoices } from './columnChoices.tsx';

/** A column that is not tested, why, and the way to have it tested: its role, its type, its limit. */
export function UntestedColumn({ column }: { readonly column: ColumnReport }): VNode {
  const page = usePage();
  const [changing, setChanging] = useState(false);
  return (
    <li class={changing ? 'changing' : ''}>
      <span class="untested-name">{column.name}</span> <span class="muted">{columnText(page.text, column.name).status}</span>{' '}
      {page.hosted && column.reason === 'ignored' && (
        <>
          <Link
            name={label(page, 'testAgainOf', column.name)}
            onClick={() => page.ask('rerun', { columns: { [column.name]: { ignored: false } } })}
          >
            {label(page, 'testAgain')}
          </Link>{' '}
        </>
      )}
      {page.hosted && (
        <Link name={label(page, 'changeOf', column.name)} expanded={changing} onClick={() => setChanging(!changing)}>
          {label(page, 'change')}
        </Link>
      )}
      {changing && <ColumnChoices column={column} />}
    </li>
  );
}
