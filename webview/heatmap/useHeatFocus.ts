import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { usePage } from '../report/pageContext.ts';
import type { GridPlace } from './heatKeys.ts';
import { type RowWindow, useRowWindow } from './useRowWindow.ts';

/** A cell by its column, whatever row that is in. */
interface HeatPlace {
  readonly name: string | null;
  readonly cell: number;
}

/** The grid that the keyboard walks. */
interface HeatGrid {
  readonly columns: readonly ColumnReport[];
  readonly cellCount: number;
  readonly timed: boolean;
  /** Another view is read from its first row on. */
  readonly view: string;
}

/** Where the keyboard is in the heatmap, and the rows that are drawn around it. */
export interface HeatFocus {
  readonly rows: RowWindow;
  readonly at: GridPlace;
  /** Cell of the chosen column that is chosen. */
  readonly chosenCell: number;
  /** Row in which Tab ends: the keyboard always finds its way in, also when its cell was scrolled out of sight. */
  readonly tabRow: number;
  /** Goes to a cell and gives it the focus once it is drawn. */
  readonly go: (to: GridPlace) => void;
  /** Takes over a cell that got the focus by itself. */
  readonly follow: (to: GridPlace) => void;
}

/** Follows the keyboard over the heatmap: by names of columns, so that a row stays its own when a range or a filter gives it another place. */
export function useHeatFocus(box: RefObject<HTMLElement>, { columns, cellCount, timed, view }: HeatGrid): HeatFocus {
  const page = usePage();
  const { state } = page;
  /** Where the keyboard is going, until it is there. */
  const goingTo = useRef<HeatPlace | null>(null);
  const rows = useRowWindow(box, {
    count: columns.length,
    cells: cellCount,
    all: page.printing,
    view,
    stay: goingTo.current !== null,
  });
  const found = columns.findIndex((column) => column.name === state.column);
  const chosenRow = Math.max(0, found);
  // As the drill-down does: a column without the chunk shows its whole.
  const known = state.chunk !== null && columns[found]?.chunks.some((cell) => cell.chunk === state.chunk) === true;
  const chosenCell = timed && known ? (state.chunk ?? -1) + 1 : 0;
  const [active, setActive] = useState<HeatPlace>({ name: state.column, cell: chosenCell });

  useEffect(() => setActive({ name: state.column, cell: chosenCell }), [state.column, chosenCell]);
  const activeRow = columns.findIndex((column) => column.name === active.name);
  const at = { row: activeRow < 0 ? chosenRow : activeRow, cell: Math.min(active.cell, cellCount - 1) };
  useEffect(() => {
    // The keyboard is at work in a row, which a range may have put elsewhere.
    if (goingTo.current !== null) rows.reveal(at.row);
  }, [columns]);
  useEffect(() => {
    if (found >= 0) rows.reveal(found);
  }, [state.column]);
  const tabRow = Math.max(rows.first, Math.min(rows.last - 1, at.row));
  useEffect(() => {
    // A key may come before the effect of the step before it: that one's place is not where the keyboard goes any more.
    if (goingTo.current === null || goingTo.current.name !== active.name || goingTo.current.cell !== active.cell) return;
    // In a long table the row may only come with the next scroll event: then this waits for it.
    const target = box.current?.querySelector<HTMLElement>(`tr[aria-rowindex="${at.row + 2}"] td.cell[tabindex="0"]`);
    if (!target) return;
    goingTo.current = null;
    target.focus();
  }, [active, at.row, rows.first]);
  const placed = ({ row, cell }: GridPlace): HeatPlace => ({ name: columns[row]?.name ?? null, cell });
  const go = (to: GridPlace): void => {
    goingTo.current = placed(to);
    rows.reveal(to.row);
    setActive(goingTo.current);
  };
  const follow = (to: GridPlace): void => {
    if (to.row !== at.row || to.cell !== at.cell) setActive(placed(to));
  };
  return { rows, at, chosenCell, tabRow, go, follow };
}
