import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { ColumnMark } from '../../src/core/check/verdict.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { label, type Spoken, usePage } from '../report/pageContext.ts';
import type { ChunkRange } from './chunkRange.ts';
import { HeatHeadRow } from './heatHeadRow.tsx';
import { heatHeads } from './heatHeads.ts';
import { gridStep } from './heatKeys.ts';
import type { HeatMeasure } from './heatMeasure.ts';
import { HeatmapRow } from './heatmapRow.tsx';
import { cellAt, leading, placeOf } from './heatPlace.ts';
import { HeatSpacer } from './heatSpacer.tsx';
import { heatTip } from './heatTip.ts';
import { useChunkRange } from './useChunkRange.ts';
import { useHeatFocus } from './useHeatFocus.ts';
import { useHeatLayout } from './useHeatLayout.ts';

interface HeatmapProps {
  readonly columns: readonly ColumnReport[];
  /** Names filter and order: another view is read from its first row on. */
  readonly view: string;
  readonly measure: HeatMeasure;
  readonly range: ChunkRange | null;
  readonly verdictOf: (column: ColumnReport) => ColumnMark;
}

/**
 * Columns by chunks as a grid one walks with the arrow keys: colour is how far a column moved there, by the chosen measure. What it does stands in hooks and
 * parts of their own; what is left is the grid's markup, which reads as one.
 */
export function Heatmap({ columns, view, measure, range, verdictOf }: HeatmapProps): VNode {
  const page = usePage();
  const { state, report, text, words } = page;
  // Rows are drawn from these alone: a change of the selection draws only the rows it concerns.
  const spoken = useMemo<Spoken>(() => ({ report, text, words }), [report, text, words]);
  const box = useRef<HTMLDivElement>(null);
  const layout = useHeatLayout(box, page);
  const { timed, cellCount, cellWidth } = layout;
  const heads = useMemo(() => heatHeads(spoken, cellWidth + 2), [spoken, cellWidth]);
  const focus = useHeatFocus(box, { columns, cellCount, timed, view });
  const { rows, at, chosenCell } = focus;
  const selection = useChunkRange(range, (next) => page.update({ range: next }));

  const chunkOf = (cell: number): number | null => (timed && cell > 0 ? cell - 1 : null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const to = gridStep(event.key, event.ctrlKey, at, columns.length, cellCount);
    if (to !== null) {
      event.preventDefault();
      if (event.shiftKey && timed && to.cell !== at.cell) selection.extend(chunkOf(at.cell), chunkOf(to.cell));
      else if (!event.shiftKey) selection.letGo();
      focus.go(to);
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
    if (place !== null && place.cell >= 0) focus.follow(place);
  };
  // Rows wait for the width that says how they look: drawn before, they would be laid out twice.
  const drawn = layout.known || page.printing ? columns : [];
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
        style={{ minWidth: `${layout.minWidth}px` }}
      >
        <colgroup>
          {layout.fixed.map((width, i) => (
            <col key={i} style={{ width: `${width}px` }} />
          ))}
        </colgroup>
        <HeatHeadRow
          heads={heads}
          range={range}
          onPress={timed ? (head, shift) => selection.press(chunkOf(head), shift, chunkOf(at.cell)) : null}
          onOver={(head, pressed) => selection.over(chunkOf(head), pressed)}
        />
        <tbody>
          <HeatSpacer rows={rows.first} cells={cellCount + leading} />
          {drawn.slice(rows.first, rows.last).map((column, i) => (
            <HeatmapRow
              key={column.name}
              page={spoken}
              column={column}
              index={rows.first + i}
              active={rows.first + i === focus.tabRow ? at.cell : null}
              chosen={column.name === state.column ? chosenCell : null}
              measure={measure}
              range={range}
              verdict={verdictOf(column)}
              characters={layout.characters}
            />
          ))}
          <HeatSpacer rows={columns.length - rows.last} cells={cellCount + leading} />
        </tbody>
      </table>
    </div>
  );
}
