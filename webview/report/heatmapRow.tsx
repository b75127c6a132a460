import type { VNode } from 'preact';
import type { ColumnReport } from '../../src/core/report/report.ts';
import { type HeatCell, heatCells } from './heatCells.ts';
import { columnText, label, usePage } from './pageContext.ts';
import { VerdictPill } from './verdictPill.tsx';

interface HeatmapRowProps {
  readonly column: ColumnReport;
  /** Place among all rows of the grid. */
  readonly index: number;
  /** Cell that takes the keyboard, when it is in this row. */
  readonly active: number | null;
  /** Cell whose drill-down is open, when it is in this row. */
  readonly chosen: number | null;
  readonly plainNumbers: boolean;
  readonly onFocus: (cell: number) => void;
}

/** A column's row: name, verdict, and its cells (gridcells by their place in a table with the role of a grid). */
export function HeatmapRow({ column, index, active, chosen, plainNumbers, onFocus }: HeatmapRowProps): VNode {
  const page = usePage();
  const said = columnText(page.text, column.name);
  const missing = column.cause === 'missing' ? label(page, 'methodMissing') : undefined;
  return (
    <tr aria-rowindex={index + 2} class={`${column.worst} ${chosen === null ? '' : 'chosen'}`} aria-selected={chosen !== null}>
      {/* The name opens the whole for the pointer; by keyboard the first cell does. */}
      <th scope="row" title={`${column.name} · ${said.status}`} onClick={() => page.select(column.name, null)}>
        {column.name}
      </th>
      <td class="verdict">
        <VerdictPill verdict={column.worst} text={page.text} word={missing} />
      </td>
      {heatCells(page, column).map((cell, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all of its cells
        <td
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a table with the role of a grid
          role="gridcell"
          key={place}
          class={cellClass(cell, chosen === place)}
          tabIndex={active === place ? 0 : -1}
          aria-label={cell.name}
          aria-selected={chosen === place}
          title={cell.tip}
          style={cell.level === null ? {} : { '--level': `${Math.round(cell.level * 100)}%` }}
          onClick={() => page.select(column.name, cell.chunk)}
          onFocus={() => active !== place && onFocus(place)}
        >
          {plainNumbers ? cell.text.replace(/[\s\u202f]?%$/, '') : cell.text}
        </td>
      ))}
    </tr>
  );
}

function cellClass(cell: HeatCell, chosen: boolean): string {
  const names = ['cell'];
  if (cell.level === null) names.push('bare');
  else if (cell.level > 0.61) names.push('deep');
  if (cell.verdict === 'alert') names.push('alert');
  if (cell.verdict === 'watch') names.push('watch');
  if (chosen) names.push('chosen');
  return names.join(' ');
}
