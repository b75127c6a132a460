import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Height of a heatmap row with its gap, as in the style sheet. */
export const rowHeight = 26;
/** Height of a box that scrolls, as in the style sheet. */
const boxHeight = 620;
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

/** The rows of a table that scrolls. */
interface WindowedRows {
  readonly count: number;
  /** Cells of a row. */
  readonly cells: number;
  /** All are drawn, however many. */
  readonly all: boolean;
  /** Another view is read from its first row on. */
  readonly view: string;
  readonly stay: boolean;
}

/**
 * Follows the scroll position of `box` over `count` rows of `cells` cells; `all` draws every row, for paper. Another `view` (filter, order) is
 * read from its first row on, unless it is to `stay`. The size and position of the box are never asked for while the page is being drawn: each
 * such question would have the whole table laid out once more.
 */
export function useRowWindow(box: RefObject<HTMLElement>, { count, cells, all, view, stay }: WindowedRows): RowWindow {
  const [, draw] = useState(0);
  const start = useRef(0);
  const seen = useRef(view);
  const windowed = (count > drawnAtMost || count * cells > cellsAtMost) && count > 30 && !all;
  const follow = (): void => {
    const now = Math.floor((box.current?.scrollTop ?? 0) / (rowHeight * step)) * step;
    if (now === start.current) return;
    start.current = now;
    draw((turn) => turn + 1);
  };
  const anew = seen.current !== view && !stay;
  if (anew) start.current = 0;
  useLayoutEffect(() => {
    if (anew && box.current !== null) box.current.scrollTop = 0;
    seen.current = view;
  }, [view]);
  useLayoutEffect(follow, [box, windowed]);
  if (!windowed) return { windowed, first: 0, last: count, onScroll: follow, reveal: () => undefined };
  const visible = Math.ceil(boxHeight / rowHeight) + step;
  const first = Math.max(0, Math.min(start.current, count - visible) - margin);
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
