import { Component, type VNode } from 'preact';
import type { ColumnMark } from '../../src/core/check/verdict.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { columnText, label, type Spoken } from '../report/pageContext.ts';
import { VerdictPill } from '../report/verdictPill.tsx';
import { type ChunkRange, inRange } from './chunkRange.ts';
import { type HeatCell, heatCells } from './heatCells.ts';
import type { HeatMeasure } from './heatMeasure.ts';

interface HeatmapRowProps {
  readonly page: Spoken;
  readonly column: ColumnReport;
  /** Place among all rows of the grid. */
  readonly index: number;
  /** Cell that takes the keyboard, when it is in this row. */
  readonly active: number | null;
  /** Cell whose drill-down is open, when it is in this row. */
  readonly chosen: number | null;
  readonly measure: HeatMeasure;
  readonly range: ChunkRange | null;
  /** Worst within what is looked at. */
  readonly verdict: ColumnMark;
  /** Characters a cell has room for. */
  readonly characters: number;
}

/**
 * A column's row: name, verdict, and its cells (gridcells by their place in a table with the role of a grid). Drawn again only when something
 * of its own changed; the grid takes pointer and keys for all of its cells.
 */
export class HeatmapRow extends Component<HeatmapRowProps> {
  #cells: { readonly of: readonly unknown[]; readonly cells: readonly HeatCell[] } | null = null;

  override shouldComponentUpdate(next: HeatmapRowProps): boolean {
    return (Object.keys(next) as (keyof HeatmapRowProps)[]).some((key) => next[key] !== this.props[key]);
  }

  override render({ page, column, index, active, chosen, range, verdict, characters, ...props }: HeatmapRowProps): VNode {
    const said = columnText(page.text, column.name);
    const missing = range === null && column.cause === 'missing' ? { word: label(page, 'methodMissing') } : {};
    const state = `${verdict} ${column.verdict === 'watch' ? 'watched' : ''} ${chosen === null ? '' : 'chosen'}`;
    return (
      <tr aria-rowindex={index + 2} class={state} aria-selected={chosen !== null}>
        {/* The name opens the whole for the pointer; by keyboard the first cell does. */}
        <th scope="row" title={`${column.name} · ${said.status}`}>
          {column.name}
        </th>
        <td class="verdict">
          <VerdictPill verdict={verdict} text={page.text} {...missing} />
        </td>
        {this.#cellsOf(page, column, props.measure).map((cell, place) => (
          <td
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a table with the role of a grid
            role="gridcell"
            key={place}
            class={cellClass(cell, chosen === place, inRange(range, cell.chunk))}
            tabIndex={active === place ? 0 : -1}
            aria-label={cell.name}
            aria-selected={chosen === place ? true : undefined}
          >
            {fitting(cell.text, characters)}
          </td>
        ))}
      </tr>
    );
  }

  #cellsOf(page: Spoken, column: ColumnReport, measure: HeatMeasure): readonly HeatCell[] {
    const of = [page, column, measure];
    if (this.#cells === null || this.#cells.of.some((part, i) => part !== of[i]))
      this.#cells = { of, cells: heatCells(page, column, measure) };
    return this.#cells.cells;
  }
}

/** Steps of colour: classes, for the browser shares the style of cells of one class. */
const steps = 20;
/** From this step on figures are dark in a dark theme: white has a contrast of 4.5 up to the one before, black from this one on. */
const deepFrom = 13;

function cellClass(cell: HeatCell, chosen: boolean, looked: boolean): string {
  let names = 'cell';
  const step = cell.level === null ? null : Math.round(cell.level * steps);
  names += step === null ? ' bare' : ` h${step}`;
  if (step !== null && step >= deepFrom) names += ' deep';
  if (cell.verdict === 'alert') names += ' alert';
  if (cell.verdict === 'watch') names += ' watch';
  if (chosen) names += ' chosen';
  if (!looked) names += ' outside';
  return names;
}

/**
 * A number in the room of a cell: without the sign of per cent or the leading zero where it is narrow, else not printed at all. Per cents of one
 * digit go without their sign where those of two digits do.
 */
function fitting(text: string, characters: number): string {
  if (text === '') return text;
  if (Math.max(widthOf(text), text.endsWith('%') ? widthOf('99\u202f%') : 0) <= characters) return text;
  const short = text.replace(/[\s\u00a0\u202f]?%$/u, '').replace(/^0(?=[.,])/u, '');
  return widthOf(short) <= characters ? short : '';
}

/** Width in digits. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign === '%' ? 1.8 : /[.,\s\u00a0\u202f\u2070-\u207f\u00b2\u00b3\u00b9]/u.test(sign) ? 0.6 : 1;
  return width;
}
