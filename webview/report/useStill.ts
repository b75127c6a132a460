import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Where a reader looks who neither points nor has the focus in the page: below the banner. */
const eyeLine = 90;
/** Within this time a page has found its size. */
const settleMs = 1000;
const ownMoves = ['wheel', 'keydown', 'pointerdown', 'touchmove'] as const;

/**
 * Keeps what the reader points at, else what has the focus, else what stands at the top of the window, in its place on screen when `content`
 * changes and things above it grow or shrink: the page scrolls by as much.
 */
export function useStill(page: RefObject<HTMLElement>, content: unknown): void {
  const pointer = useRef<{ x: number; y: number } | null>(null);
  const drawn = useRef(content);
  const anchor = useRef<{ readonly element: Element; readonly top: number } | null>(null);
  useEffect(() => {
    const follow = (event: PointerEvent): void => {
      pointer.current = { x: event.clientX, y: event.clientY };
    };
    const leave = (): void => {
      pointer.current = null;
    };
    document.addEventListener('pointermove', follow);
    document.documentElement.addEventListener('pointerleave', leave);
    return () => {
      document.removeEventListener('pointermove', follow);
      document.documentElement.removeEventListener('pointerleave', leave);
    };
  }, []);
  // Measured while the page still is as it was.
  anchor.current = drawn.current === content ? null : anchorIn(page.current, pointer.current);
  drawn.current = content;
  useLayoutEffect(() => {
    const last = anchor.current;
    if (last === null || page.current === null) return undefined;
    const settle = (): void => {
      if (!last.element.isConnected) return;
      const moved = last.element.getBoundingClientRect().top - last.top;
      if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
    };
    settle();
    // Controls and charts find their size a little later; from then on the reader's own scrolling counts.
    const growing = new ResizeObserver(settle);
    growing.observe(page.current);
    const stop = (): void => {
      growing.disconnect();
      clearTimeout(timer);
      for (const event of ownMoves) document.removeEventListener(event, stop, true);
    };
    const timer = setTimeout(stop, settleMs);
    for (const event of ownMoves) document.addEventListener(event, stop, true);
    return stop;
  }, [content]);
}

function anchorIn(page: HTMLElement | null, pointer: { x: number; y: number } | null): { element: Element; top: number } | null {
  if (page === null) return null;
  const { activeElement } = document;
  const pointed = pointer === null ? null : document.elementFromPoint(pointer.x, pointer.y);
  const eyed = document.elementFromPoint(page.getBoundingClientRect().left + page.clientWidth / 2, eyeLine);
  const element = [pointed, activeElement, window.scrollY > 0 ? eyed : null].find(
    (candidate) => candidate != null && candidate !== page && page.contains(candidate),
  );
  return element ? { element, top: element.getBoundingClientRect().top } : null;
}
