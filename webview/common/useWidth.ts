import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Width of an element in whole pixels, followed as it changes, at most once a frame; 0 while it is hidden. The element may come later. */
export function useWidth(ref: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0);
  const followed = useRef<{ readonly element: HTMLElement | null; readonly stop: () => void } | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (followed.current?.element === element) return;
    followed.current?.stop();
    followed.current = { element, stop: element === null ? () => undefined : follow(element, setWidth) };
  });
  useLayoutEffect(() => () => followed.current?.stop(), []);
  return width;
}

function follow(element: HTMLElement, tell: (width: number) => void): () => void {
  let frame = 0;
  const measure = (): void => tell(Math.floor(element.clientWidth));
  measure();
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(measure);
  });
  observer.observe(element);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}
