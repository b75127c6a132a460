import { useLayoutEffect } from 'preact/hooks';

/** While `open`, calls `close` when a press lands outside of what `inside` tells; from the frame on that opens it. */
export function usePressOutside(open: boolean, inside: (target: Node) => boolean, close: () => void): void {
  useLayoutEffect(() => {
    if (!open) return undefined;
    const press = (event: PointerEvent): void => {
      if (!inside(event.target as Node)) close();
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [open]);
}
