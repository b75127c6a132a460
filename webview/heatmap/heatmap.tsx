import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ColumnMark } from '../../src/core/check/verdict.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { useWidth } from '../common/useWidth.ts';
import { label, type Spoken, usePage } from '../report/pageContext.ts';
import type { ChunkRange } from './chunkRange.ts';
import { methodHeads } from './heatCells.ts';
import { HeatHeadRow } from './heatHeadRow.tsx';
import { heatHeads } from './heatHeads.ts';
import { type GridPlace, gridStep } from './heatKeys.ts';
import type { HeatMeasure } from './heatMeasure.ts';
import { HeatmapRow } from './heatmapRow.tsx';
import { heatTip } from './heatTip.ts';
import { useChunkRange } from './useChunkRange.ts';
import { rowHeight, useRowWindow } from './useRowWindow.ts';

const nameWidth = 164;
const verdictWidth = 78;
const wholeWidth = 46;
const smallestCell = 23;
/** About the width of a digit in a cell, and what is left free beside the number. */
const digitWidth = 6.3;
const cellPadding = 3;
/** Cells before the first that is one of the row's own: name and verdict. */
const leading = 2;

/** A cell by its column, whatever row that is in. */
interface HeatPlace {
  readonly name: string | null;
  readonly cell: number;
}

interface HeatmapProps {
  readonly columns: readonly ColumnReport[];
  /** Names filter and order: another view is read from its first row on. */
  readonly view: string;
  readonly measure: HeatMeasure;
  readonly range: ChunkRange | null;
  readonly verdictOf: (column: ColumnReport) => ColumnMark;
}

/** Columns by chunks as a grid one walks with the arrow keys: colour is how far a column moved there, by the chosen measure. */
export function Heatmap({ columns, view, measure, range, verdictOf }: HeatmapProps): VNode {
  const page = usePage();
  const { state, report, text, words } = page;
  // Rows are drawn from these alone: a change of the selection draws only the rows it concerns.
  const spoken = useMemo<Spoken>(() => ({ report, text, words }), [report, text, words]);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const timed = report.time !== null;
  const cellCount = timed ? report.time.chunks.length + 1 : methodHeads(page).length;
  const narrowCells = timed ? cellCount - 1 : cellCount;
  const room = width - nameWidth - verdictWidth - (timed ? wholeWidth : 0) - 2 * (cellCount + 3);
  const cellWidth = Math.max(smallestCell, Math.floor(room / Math.max(1, narrowCells)));
  const heads = useMemo(() => heatHeads(spoken, cellWidth + 2), [spoken, cellWidth]);
  /** Where the keyboard is going, until it is there. */
  const goingTo = useRef<HeatPlace | null>(null);
  const rows = useRowWindow(box, columns.length, cellCount, page.printing, view, goingTo.current !== null);
  const found = columns.findIndex((column) => column.name === state.column);
  const chosenRow = Math.max(0, found);
  // As the drill-down does: a column without the chunk shows its whole.
  const known = state.chunk !== null && columns[found]?.chunks.some((cell) => cell.chunk === state.chunk) === true;
  const chosenCell = timed && known ? (state.chunk ?? -1) + 1 : 0;
  // By name: the row stays the keyboard's own when a range or a filter gives it another place.
  const [active, setActive] = useState<HeatPlace>({ name: state.column, cell: chosenCell });
  const selection = useChunkRange(range, (next) => page.update({ range: next }));

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
  // The keyboard always finds its way in, also when its cell was scrolled out of sight.
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

  const chunkOf = (cell: number): number | null => (timed && cell > 0 ? cell - 1 : null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const to = gridStep(event.key, event.ctrlKey, at, columns.length, cellCount);
    if (to !== null) {
      event.preventDefault();
      if (event.shiftKey && timed && to.cell !== at.cell) selection.extend(chunkOf(at.cell), chunkOf(to.cell));
      else if (!event.shiftKey) selection.letGo();
      goingTo.current = { name: columns[to.row]?.name ?? null, cell: to.cell };
      rows.reveal(to.row);
      setActive(goingTo.current);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const column = columns[at.row];
      if (column !== undefined) page.select(column.name, chunkOf(at.cell));
    } else if (event.key === 'Escape') selection.clear();
  };
  const onClick = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    const column = place === null ? undefined : columns[place.row];
    if (place === null || column === undefined) return;
    const chunk = chunkOf(place.cell);
    if (event.shiftKey && timed && place.cell >= 0) {
      selection.extend(chunkOf(at.cell), chunk);
      return;
    }
    selection.letGo();
    page.select(column.name, chunk);
  };
  /** What is told of a cell is made when one comes to it. */
  const tell = (event: Event): void => {
    const place = placeOf(event.target);
    const column = place === null ? undefined : columns[place.row];
    if (place !== null && place.cell >= 0 && column !== undefined) {
      cellAt(event.target)?.setAttribute('title', heatTip(spoken, column, place.cell, measure));
    }
  };
  const onFocusIn = (event: FocusEvent): void => {
    tell(event);
    const place = placeOf(event.target);
    if (place !== null && place.cell >= 0 && (place.row !== at.row || place.cell !== at.cell)) {
      setActive({ name: columns[place.row]?.name ?? null, cell: place.cell });
    }
  };
  // Rows wait for the width that says how they look: drawn before, they would be laid out twice.
  const drawn = width > 0 || page.printing ? columns : [];
  const minWidth = nameWidth + verdictWidth + (timed ? wholeWidth : 0) + narrowCells * (smallestCell + 2);
  const name = timed ? label(page, 'heatmapOf', measure.name) : label(page, 'heatmapNoTime');
  return (
    <div class={rows.windowed ? 'heat-box windowed' : 'heat-box'} ref={box} onScroll={rows.onScroll}>
      <table
        class={`heatmap ${timed ? 'timed' : 'methods'}`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA, laid out as a table
        role="grid"
        aria-label={name}
        aria-rowcount={columns.length + 1}
        aria-colcount={cellCount + leading}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPointerOver={tell}
        onFocusIn={onFocusIn}
        style={{ minWidth: `${minWidth}px` }}
      >
        <colgroup>
          <col style={{ width: `${nameWidth}px` }} />
          <col style={{ width: `${verdictWidth}px` }} />
          {timed && <col style={{ width: `${wholeWidth}px` }} />}
        </colgroup>
        <HeatHeadRow
          heads={heads}
          range={range}
          onPress={timed ? (head, shift) => selection.press(chunkOf(head), shift, chunkOf(at.cell)) : null}
          onOver={(head, pressed) => selection.over(chunkOf(head), pressed)}
        />
        <tbody>
          <Spacer rows={rows.first} cells={cellCount + leading} />
          {drawn.slice(rows.first, rows.last).map((column, i) => (
            <HeatmapRow
              key={column.name}
              page={spoken}
              column={column}
              index={rows.first + i}
              active={rows.first + i === tabRow ? at.cell : null}
              chosen={column.name === state.column ? chosenCell : null}
              measure={measure}
              range={range}
              verdict={verdictOf(column)}
              characters={(cellWidth - cellPadding) / digitWidth}
            />
          ))}
          <Spacer rows={columns.length - rows.last} cells={cellCount + leading} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for rows that are not drawn, so that the scroll bar tells the truth. */
function Spacer({ rows, cells }: { readonly rows: number; readonly cells: number }): VNode | null {
  if (rows <= 0) return null;
  return (
    <tr class="spacer">
      <td colSpan={cells} style={{ height: `${rows * rowHeight - 2}px` }} />
    </tr>
  );
}

function cellAt(target: EventTarget | null): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>('tbody td, tbody th') : null;
}

/** The row of the grid something is in, and its cell; the cell is −1 or less for name and verdict. Null: in no row. */
function placeOf(target: EventTarget | null): GridPlace | null {
  const cell = cellAt(target);
  const row = Number(cell?.parentElement?.getAttribute('aria-rowindex') ?? Number.NaN);
  return cell === null || Number.isNaN(row) ? null : { row: row - 2, cell: cell.cellIndex - leading };
}
