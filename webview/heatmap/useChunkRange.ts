import { useRef } from 'preact/hooks';
import { type ChunkRange, rangeBetween } from './chunkRange.ts';

/** Ways to select a range of chunks. A chunk of null is the whole. */
export interface RangeSelection {
  /** From the chunk one stands on to another, as Shift and an arrow key or a click do. */
  readonly extend: (from: number | null, to: number | null) => void;
  /** A head was pressed: the drag begins there. */
  readonly press: (chunk: number | null, shift: boolean, from: number | null) => void;
  /** The pointer came over a head, pressed or not. */
  readonly over: (chunk: number | null, pressed: boolean) => void;
  /** One moved on without Shift: the next range begins where one stands then. */
  readonly letGo: () => void;
  readonly clear: () => void;
}

/** Keeps where a range began; `set` takes every new range. */
export function useChunkRange(range: ChunkRange | null, set: (range: ChunkRange | null) => void): RangeSelection {
  const anchor = useRef<number | null>(null);
  const dragged = useRef(false);
  const change = (next: ChunkRange | null): void => {
    if (next?.[0] !== range?.[0] || next?.[1] !== range?.[1]) set(next);
  };
  const extend = (from: number | null, to: number | null): void => {
    if (to === null) return;
    anchor.current ??= from ?? to;
    change(rangeBetween(anchor.current, to));
  };
  const clear = (): void => {
    anchor.current = null;
    change(null);
  };
  return {
    extend,
    clear,
    press: (chunk, shift, from) => {
      dragged.current = !shift && chunk !== null;
      if (shift) extend(from, chunk);
      // The head of the whole, and the only chunk selected pressed again, lead back to the whole period.
      else if (chunk === null || (range !== null && range[0] === chunk && range[1] === chunk)) clear();
      else {
        anchor.current = chunk;
        change([chunk, chunk]);
      }
    },
    over: (chunk, pressed) => {
      if (!pressed) dragged.current = false;
      if (dragged.current && chunk !== null && anchor.current !== null) change(rangeBetween(anchor.current, chunk));
    },
    letGo: () => {
      anchor.current = null;
    },
  };
}
