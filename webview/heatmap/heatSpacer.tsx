import type { VNode } from 'preact';
import { rowHeight } from './useRowWindow.ts';

/** Stands for rows that are not drawn, so that the scroll bar tells the truth. */
export function HeatSpacer({ rows, cells }: { readonly rows: number; readonly cells: number }): VNode | null {
  if (rows <= 0) return null;
  return (
    <tr class="spacer">
      <td colSpan={cells} style={{ height: `${rows * rowHeight - 2}px` }} />
    </tr>
  );
}
