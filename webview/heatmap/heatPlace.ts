import type { GridPlace } from './heatKeys.ts';

/** Cells before the first that is one of the row's own: name and verdict. */
export const leading = 2;

/** The cell of the table's body something is in. */
export function cellAt(target: EventTarget | null): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>('tbody td, tbody th') : null;
}

/** The row of the grid something is in, and its cell; the cell is −1 or less for name and verdict. Null: in no row. */
export function placeOf(target: EventTarget | null): GridPlace | null {
  const cell = cellAt(target);
  const row = Number(cell?.parentElement?.getAttribute('aria-rowindex') ?? Number.NaN);
  return cell === null || Number.isNaN(row) ? null : { row: row - 2, cell: cell.cellIndex - leading };
}
