import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { thinnedLabels } from '../../src/core/format/thinnedLabels.ts';
import type { ColumnReport } from '../../src/core/report/report.ts';
import { useWidth } from '../common/useWidth.ts';
import { methodHeads } from './heatCells.ts';
import { HeatmapRow } from './heatmapRow.tsx';
import { label, type Page, usePage } from './pageContext.ts';
import { rowHeight, useRowWindow } from './useRowWindow.ts';

const nameWidth = 164;
const verdictWidth = 78;
const wholeWidth = 46;
const smallestCell = 23;
/** A cell narrower than this prints its number without the percent sign. */
const roomForSign = 34;
/** About the width of a character of a head. */
const characterWidth = 6.3;

/** Columns by chunks as a grid one walks with the arrow keys: colour is how far a share of rows moved beyond its limit. */
export function Heatmap({ columns }: { readonly columns: readonly ColumnReport[] }): VNode {
  const page = usePage();
  const { state, report } = page;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const timed = report.time !== null;
  const cellCount = timed ? report.time.chunks.length + 1 : methodHeads(page).length;
  const narrowCells = timed ? cellCount - 1 : cellCount;
  const room = width - nameWidth - verdictWidth - (timed ? wholeWidth : 0) - 2 * (cellCount + 3);
  const cellWidth = Math.max(smallestCell, Math.floor(room / Math.max(1, narrowCells)));
  const heads = useMemo(() => headsOf(page, cellWidth + 2), [report, page.words, cellWidth]);
  const rows = useRowWindow(box, columns.length, page.printing);
  const chosenRow = Math.max(
    0,
    columns.findIndex((column) => column.name === state.column),
  );
  const chosenCell = timed && state.chunk !== null ? state.chunk + 1 : 0;
  const [active, setActive] = useState({ row: chosenRow, cell: chosenCell });
  const moveFocus = useRef(false);

  useEffect(() => setActive({ row: chosenRow, cell: chosenCell }), [chosenRow, chosenCell]);
  useEffect(() => {
    if (!moveFocus.current) return;
    // In a long table the row may only come with the next scroll event: then this waits for it.
    const target = box.current?.querySelector<HTMLElement>('td.cell[tabindex="0"]');
    if (!target) return;
    moveFocus.current = false;
    target.focus();
  }, [active, rows.first]);

  const at = { row: Math.min(active.row, columns.length - 1), cell: Math.min(active.cell, cellCount - 1) };
  const move = (row: number, cell: number): void => {
    const to = { row: clamp(row, columns.length), cell: clamp(cell, cellCount) };
    moveFocus.current = true;
    rows.reveal(to.row);
    setActive(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const steps: Record<string, [number, number]> = {
      ArrowDown: [at.row + 1, at.cell],
      ArrowUp: [at.row - 1, at.cell],
      ArrowRight: [at.row, at.cell + 1],
      ArrowLeft: [at.row, at.cell - 1],
      Home: [event.ctrlKey ? 0 : at.row, 0],
      End: [event.ctrlKey ? columns.length - 1 : at.row, cellCount - 1],
      PageDown: [at.row + 10, at.cell],
      PageUp: [at.row - 10, at.cell],
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      move(...step);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const column = columns[at.row];
      if (column !== undefined) page.select(column.name, timed && at.cell > 0 ? at.cell - 1 : null);
    }
  };
  const shown = columns.slice(rows.first, rows.last);
  return (
    <div class={rows.windowed ? 'heat-box windowed' : 'heat-box'} ref={box} onScroll={rows.onScroll}>
      <table
        class={`heatmap ${timed ? 'timed' : 'methods'}`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA, laid out as a table
        role="grid"
        aria-label={label(page, timed ? 'heatmap' : 'heatmapNoTime')}
        aria-rowcount={columns.length + 1}
        aria-colcount={cellCount + 2}
        onKeyDown={onKeyDown}
        style={{ minWidth: `${nameWidth + verdictWidth + (timed ? wholeWidth : 0) + narrowCells * (smallestCell + 2)}px` }}
      >
        <colgroup>
          <col style={{ width: `${nameWidth}px` }} />
          <col style={{ width: `${verdictWidth}px` }} />
          {timed && <col style={{ width: `${wholeWidth}px` }} />}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{label(page, 'columnHead')}</span>
            </th>
            <th scope="col">
              <span class="unseen">{label(page, 'verdictHead')}</span>
            </th>
            {heads.map((head, index) => {
              return (
                <th scope="col" key={index} title={head.full} class={index === 0 && timed ? 'whole' : ''}>
                  <span class={head.short === '' ? 'unseen' : ''}>{head.short || head.full}</span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          <Spacer rows={rows.first} cells={cellCount + 2} />
          {shown.map((column, index) => (
            <HeatmapRow
              key={column.name}
              column={column}
              index={rows.first + index}
              active={rows.first + index === at.row ? at.cell : null}
              chosen={column.name === state.column ? chosenCell : null}
              plainNumbers={timed && cellWidth < roomForSign}
              onFocus={(cell) => setActive({ row: rows.first + index, cell })}
            />
          ))}
          <Spacer rows={columns.length - rows.last} cells={cellCount + 2} />
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
      <td colSpan={cells} style={{ height: `${rows * rowHeight}px` }} />
    </tr>
  );
}

/** Heads of the cells: short where there is room for a name, so many in a row are named only here and there. */
function headsOf(page: Page, step: number): { short: string; full: string }[] {
  const { time } = page.report;
  if (time === null) return methodHeads(page).map((text) => ({ short: text, full: text }));
  const { locale } = page.words;
  const short = thinnedLabels(
    time.chunks.map((chunk) => chunk.from),
    time.unit,
    locale,
    step / characterWidth,
  );
  return [
    { short: label(page, 'whole'), full: label(page, 'wholeName') },
    ...time.chunks.map((chunk, index) => ({ short: short[index]!, full: page.text.chunkNames[index] ?? chunk.name })),
  ];
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
