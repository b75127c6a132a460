import type { VNode } from 'preact';
import { label, usePage } from '../report/pageContext.ts';
import { type ChunkRange, inRange } from './chunkRange.ts';
import type { HeatHead } from './heatHeads.ts';

interface HeatHeadRowProps {
  readonly heads: readonly HeatHead[];
  readonly range: ChunkRange | null;
  /** A head was pressed, by its place; null: heads are not to be selected. */
  readonly onPress: ((head: number, shift: boolean) => void) | null;
  readonly onOver: (head: number, pressed: boolean) => void;
}

/** The heads of the heatmap. A range of chunks is selected by dragging over them, or with Shift; by keyboard from the cells. */
export function HeatHeadRow({ heads, range, onPress, onOver }: HeatHeadRowProps): VNode {
  const page = usePage();
  const timed = onPress !== null;
  const selected = (index: number): boolean => timed && range !== null && inRange(range, index === 0 ? null : index - 1);
  const headAt = (event: Event): number | null => {
    const head = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('th.pick') : null;
    return head === null ? null : head.cellIndex - 2;
  };
  const onPointerDown = (event: PointerEvent): void => {
    const head = headAt(event);
    if (head === null || event.button !== 0) return;
    // Selecting chunks is not selecting text, and takes no focus.
    event.preventDefault();
    onPress?.(head, event.shiftKey);
  };
  const onPointerOver = (event: PointerEvent): void => {
    const head = headAt(event);
    if (head !== null) onOver(head, (event.buttons & 1) === 1);
  };
  return (
    <thead onPointerDown={onPointerDown} onPointerOver={onPointerOver}>
      <tr>
        <th scope="col">
          <span class="unseen">{label(page, 'columnHead')}</span>
        </th>
        <th scope="col">
          <span class="unseen">{label(page, 'verdictHead')}</span>
        </th>
        {heads.map((head, index) => (
          <th
            scope="col"
            key={index}
            title={timed && index > 0 ? `${head.full}\n${label(page, 'rangeHint')}` : head.full}
            class={`${timed ? 'pick' : ''} ${index === 0 && timed ? 'whole' : ''} ${selected(index) ? 'selected' : ''}`}
            aria-selected={selected(index) ? true : undefined}
          >
            <span class={head.short === '' ? 'unseen' : ''}>{head.short || head.full}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}
