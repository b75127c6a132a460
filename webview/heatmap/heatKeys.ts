/** A cell of the grid by its row and its place in the row. */
export interface GridPlace {
  readonly row: number;
  readonly cell: number;
}

const page = 10;

/**
 * Where a key leads from a cell of a grid of `rows` × `cells`: arrows, Page Up and Down, Home and End (of the row; with Ctrl of the grid).
 * Null: not a key of the grid.
 */
export function gridStep(key: string, ctrl: boolean, at: GridPlace, rows: number, cells: number): GridPlace | null {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [at.row + 1, at.cell],
    ArrowUp: [at.row - 1, at.cell],
    ArrowRight: [at.row, at.cell + 1],
    ArrowLeft: [at.row, at.cell - 1],
    Home: [ctrl ? 0 : at.row, 0],
    End: [ctrl ? rows - 1 : at.row, cells - 1],
    PageDown: [at.row + page, at.cell],
    PageUp: [at.row - page, at.cell],
  };
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return step === undefined ? null : { row: clamp(step[0], rows), cell: clamp(step[1], cells) };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
