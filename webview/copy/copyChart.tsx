import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { ChartTable } from '../../src/core/charts/chart.ts';
import { chartSvg } from '../common/chartPicture.ts';
import { copyPng } from '../common/copyPng.ts';
import { copyText } from '../common/copyText.ts';
import { Menu } from '../common/menu.tsx';
import { chartTableText, type TableFormat } from '../common/tableText.ts';
import { label, usePage } from '../report/pageContext.ts';
import { tableFormats } from './copyFormats.ts';
import { useCopied } from './useCopied.ts';

/** Copies the chart of the figure it stands in, as a picture, as the text of an SVG, or as the table of its numbers. */
export function CopyChart({ table }: { readonly table: ChartTable }): VNode {
  const page = usePage();
  const here = useRef<HTMLSpanElement>(null);
  const { said, copied } = useCopied(page);
  const copy = (id: string): void => {
    if (id !== 'png' && id !== 'svg') {
      copied(copyText(chartTableText(table, id as TableFormat)));
      return;
    }
    const figure = here.current?.closest('figure');
    const svg = figure ? chartSvg(figure) : null;
    if (svg !== null) copied(id === 'svg' ? copyText(svg) : copyPng(svg));
  };
  const items = [{ id: 'png', text: label(page, 'copyPng') }, { id: 'svg', text: label(page, 'copySvg') }, ...tableFormats(page)];
  return (
    <span class="copy" ref={here}>
      <span class="muted" role="status">
        {said}
      </span>
      <Menu quiet label={label(page, 'copyAs')} items={items} onChoose={copy} />
    </span>
  );
}
