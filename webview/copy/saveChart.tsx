import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { chartSvg, pngOf } from '../common/chartPicture.ts';
import { Link } from '../report/link.tsx';
import { label, usePage } from '../report/pageContext.ts';

const longestName = 80;

/** Saves the chart of the figure it stands in as a picture, through the host. */
export function SaveChart({ name }: { readonly name: string }): VNode {
  const page = usePage();
  const here = useRef<HTMLSpanElement>(null);
  const save = async (format: 'svg' | 'png'): Promise<void> => {
    const figure = here.current?.closest('figure');
    const svg = figure ? chartSvg(figure) : null;
    if (svg === null) return;
    const fileName = name
      .replace(/[^\p{L}\p{N}_]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, longestName);
    page.ask('saveChart', { format, name: fileName || 'chart', data: format === 'svg' ? svg : await pngOf(svg) });
  };
  return (
    <span class="copy" ref={here}>
      <Link name={label(page, 'saveSvg')} onClick={() => void save('svg')}>
        SVG
      </Link>
      <Link name={label(page, 'savePng')} onClick={() => void save('png')}>
        PNG
      </Link>
    </span>
  );
}
