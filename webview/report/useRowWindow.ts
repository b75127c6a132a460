import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Height of a heatmap row with its gap, as in the style sheet. */
export const rowHeight = 26;
/** Height of the heads with their gap: they stay over the rows. */
const headHeight = 24;
/** Up to this many rows and cells all are drawn, and the page's own search finds them. */
const drawnAtMost = 150;
const cellsAtMost = 2500;
/** Rows drawn beyond those in sight, on either side. */
const margin = 4;
/** The first drawn row moves in such steps, so that not every row scrolled by draws anew. */
const step = 4;

/** Which rows of a long table are drawn: those in sight and a few around them. */
export interface RowWindow {
  readonly windowed: boolean;
  readonly first: number;
  readonly last: number;
  readonly onScroll: () => void;
  /** Scrolls so that a row is in sight. */
  readonly reveal: (row: number) => void;
}

/** Follows the scroll position of `box` over `count` rows of `cells` cells; `all` draws every row, for paper. */
export function useRowWindow(box: RefObject<HTMLElement>, count: number, cells: number, all: boolean): RowWindow {
  const [start, setStart] = useState(0);
  const windowed = (count > drawnAtMost || count * cells > cellsAtMost) && count > 30 && !all;
  const follow = (): void => setStart(Math.floor((box.current?.scrollTop ?? 0) / (rowHeight * step)) * step);
  useLayoutEffect(follow, [box, count]);
  if (!windowed) return { windowed, first: 0, last: count, onScroll: () => undefined, reveal: () => undefined };
  const visible = Math.ceil((box.current?.clientHeight || 620) / rowHeight) + step;
  const first = Math.max(0, Math.min(start, count - visible) - margin);
  return {
    windowed,
    first,
    last: Math.min(count, first + visible + 2 * margin),
    onScroll: follow,
    reveal: (row) => {
      const element = box.current;
      if (element === null) return;
      const above = row * rowHeight;
      const below = above + rowHeight + headHeight + 2 - element.clientHeight;
      if (element.scrollTop > above) element.scrollTop = above;
      else if (element.scrollTop < below) element.scrollTop = below;
      // The scroll event comes a frame later: the row is wanted now.
      follow();
    },
  };
}
