import { useEffect, useState } from 'preact/hooks';

let painting: Promise<void> | null = null;
let done = false;

/** After the page has been painted once: the words and the heatmap wait neither for charts nor for what stands far below. */
export function firstPaint(): Promise<void> {
  painting ??= new Promise<void>((resolve) => {
    // No frame comes while the page is hidden or is put on paper.
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  }).then(() => {
    done = true;
  });
  return painting;
}

/** Whether the page has been painted once; draws again when it has. */
export function useFirstPaint(): boolean {
  const [painted, setPainted] = useState(done);
  useEffect(() => {
    if (!painted) void firstPaint().then(() => setPainted(true));
  }, []);
  return painted;
}
