import type { RefObject } from 'preact';
import { useWidth } from '../common/useWidth.ts';
import type { Page } from '../report/pageContext.ts';
import { methodHeads } from './heatCells.ts';

const nameWidth = 164;
const verdictWidth = 78;
const wholeWidth = 46;
const smallestCell = 23;
/** About the width of a digit in a cell, and what is left free beside the number. */
const digitWidth = 6.3;
const cellPadding = 3;

/** Room of the heatmap's parts, in pixels. */
export interface HeatLayout {
  /** Whether its cells are chunks of time; else methods. */
  readonly timed: boolean;
  /** Cells of a row: the whole and its chunks, or the methods. */
  readonly cellCount: number;
  readonly cellWidth: number;
  /** Characters that a cell has room for. */
  readonly characters: number;
  /** Widths of the columns that are not shared out: name, verdict and, with time, the whole. */
  readonly fixed: readonly number[];
  readonly minWidth: number;
  /** Whether the room is known: rows wait for it, or they would be laid out twice. */
  readonly known: boolean;
}

/** How the room of the box is shared out among the cells of the heatmap. */
export function useHeatLayout(box: RefObject<HTMLElement>, page: Page): HeatLayout {
  const width = useWidth(box);
  const { time } = page.report;
  const timed = time !== null;
  const cellCount = timed ? time.chunks.length + 1 : methodHeads(page).length;
  const narrowCells = timed ? cellCount - 1 : cellCount;
  const fixed = [nameWidth, verdictWidth, ...(timed ? [wholeWidth] : [])];
  const taken = fixed.reduce((sum, one) => sum + one, 0);
  const room = width - taken - 2 * (cellCount + 3);
  const cellWidth = Math.max(smallestCell, Math.floor(room / Math.max(1, narrowCells)));
  return {
    timed,
    cellCount,
    cellWidth,
    characters: (cellWidth - cellPadding) / digitWidth,
    fixed,
    minWidth: taken + narrowCells * (smallestCell + 2),
    known: width > 0,
  };
}
