import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Height of a heatmap row with its gap, as in the style sheet. */
export const rowHeight = 26;
/** Up to this many rows all are drawn, and the page's own search finds them. */
const drawnAtMost = 150;
const margin = 12;

/** Which rows of a long table are drawn: those in sight and a few around them. */
export interface RowWindow {
  readonly windowed: boolean;
  readonly first: number;
  readonly last: number;
  readonly onScroll: () => void;
  /** Scrolls so that a row is in sight. */
  readonly reveal: (row: number) => void;
}

/** Follows the scroll position of `box` over `count` rows; `all` draws every row, for paper. */
export function useRowWindow(box: RefObject<HTMLElement>, count: number, all: boolean): RowWindow {
  const [top, setTop] = useState(0);
  const windowed = count > drawnAtMost && !all;
  useEffect(() => setTop(box.current?.scrollTop ?? 0), [box, count]);
  if (!windowed) return { windowed, first: 0, last: count, onScroll: () => undefined, reveal: () => undefined };
  const visible = Math.ceil((box.current?.clientHeight ?? 600) / rowHeight);
  const first = Math.max(0, Math.floor(top / rowHeight) - margin);
  return {
    windowed,
    first,
    last: Math.min(count, first + visible + 2 * margin),
    onScroll: () => setTop(box.current?.scrollTop ?? 0),
    reveal: (row) => {
      const element = box.current;
      if (element === null) return;
      const above = row * rowHeight;
      const below = above + 2 * rowHeight - element.clientHeight + rowHeight;
      if (element.scrollTop > above) element.scrollTop = above;
      else if (element.scrollTop < below) element.scrollTop = below;
    },
  };
}
