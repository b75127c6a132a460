import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../common/copyText.ts';
import { tableText } from '../common/tableText.ts';
import { Link } from './link.tsx';
import { label, usePage } from './pageContext.ts';

const saidFor = 2000;

/** Copies the table of the box it stands in (class `copyable`) as text. */
export function CopyTable(): VNode {
  const page = usePage();
  const here = useRef<HTMLSpanElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), saidFor);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (format: 'csv' | 'markdown'): void => {
    const table = here.current?.closest('.copyable')?.querySelector('table');
    if (table) void copyText(tableText(table, format)).then(() => setCopied(true));
  };
  return (
    <span class="copy" ref={here}>
      <span class="muted" role="status">
        {copied && label(page, 'copied')}
      </span>
      <Link onClick={() => copy('csv')}>{label(page, 'copyCsv')}</Link>
      <Link onClick={() => copy('markdown')}>{label(page, 'copyMarkdown')}</Link>
    </span>
  );
}
