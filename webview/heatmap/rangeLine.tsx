import type { VNode } from 'preact';
import { formatCount } from '../../src/core/format/count.ts';
import { Link } from '../report/link.tsx';
import { label, usePage, windowName } from '../report/pageContext.ts';
import type { ChunkRange } from './chunkRange.ts';

/** Says which chunks are selected and what that means for rows, with the way back. Always there, so that a screen reader hears it change. */
export function RangeLine({ range }: { readonly range: ChunkRange | null }): VNode {
  const page = usePage();
  const { locale } = page.words;
  const all = formatCount(page.report.time?.chunks.length ?? 0, locale);
  const names = range === null || range[0] === range[1] ? 'rangeOne' : 'rangeMany';
  return (
    <p class={range === null ? 'range-line unseen' : 'range-line'} role="status">
      {range !== null && (
        <>
          {label(
            page,
            names,
            windowName(page, range[0]),
            names === 'rangeOne' ? all : windowName(page, range[1]),
            formatCount(range[1] - range[0] + 1, locale),
            all,
          )}{' '}
          <Link onClick={() => page.update({ range: null })}>{label(page, 'rangeClear')}</Link>
        </>
      )}
    </p>
  );
}
