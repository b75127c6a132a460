import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { copyText } from '../common/copyText.ts';
import { Menu } from '../common/menu.tsx';
import { type TableFormat, tableText } from '../common/tableText.ts';
import { label, usePage } from '../report/pageContext.ts';
import { tableFormats } from './copyFormats.ts';
import { useCopied } from './useCopied.ts';

/** Copies the table of the box it stands in (class `copyable`) as text. */
export function CopyTable(): VNode {
  const page = usePage();
  const here = useRef<HTMLSpanElement>(null);
  const { said, copied } = useCopied(page);
  const copy = (format: TableFormat): void => {
    const table = here.current?.closest('.copyable')?.querySelector('table');
    if (table) copied(copyText(tableText(table, format)));
  };
  return (
    <span class="copy" ref={here}>
      <span class="muted" role="status">
        {said}
      </span>
      <Menu quiet label={label(page, 'copyAs')} items={tableFormats(page)} onChoose={(id) => copy(id as TableFormat)} />
    </span>
  );
}
