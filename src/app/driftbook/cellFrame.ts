import type { SourceRange } from './sourceRange.ts';

const head = 'version: 1\ndatasets: {reference: {path: x}, current: {path: x}}\ncells:\n  - ';
const indent = '    ';

/** A cell by itself as a whole driftbook, so that it can be read as one; and which place is which. */
export interface CellFrame {
  readonly text: string;
  readonly framed: (offset: number) => number;
  /** Null outside of the cell. */
  readonly unframed: (range: SourceRange) => SourceRange | null;
}

/** Puts the text of a cell into a driftbook of its own. Linear in the text. */
export function cellFrame(source: string): CellFrame {
  // Offsets of the cell at which a line begins, but the first.
  const starts = [...source.matchAll(/\n/g)].map(({ index }) => index + 1);
  const linesBefore = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const framed = (offset: number): number => head.length + offset + indent.length * linesBefore(offset);
  const unframedOffset = (at: number): number => {
    let low = 0;
    let high = source.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (framed(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    text: head + source.replaceAll('\n', `\n${indent}`),
    framed,
    unframed: ({ start, end }) => (end < head.length - 2 ? null : { start: unframedOffset(start), end: unframedOffset(end) }),
  };
}
