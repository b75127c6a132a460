import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ColumnMark } from '../../src/core/check/verdict.ts';
import { formatCount } from '../../src/core/format/count.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { DataTable } from '../common/dataTable.tsx';
import { CopyTable } from '../copy/copyTable.tsx';
import { Link } from '../report/link.tsx';
import { label, usePage, windowName } from '../report/pageContext.ts';
import { type ChunkRange, cellsByChunk, inRange } from './chunkRange.ts';
import { heatCells, methodHeads } from './heatCells.ts';
import { formatMeasure, type HeatMeasure, measuredValue } from './heatMeasure.ts';

/** Rows shown before someone asks for all of them. */
const shownAtFirst = 200;

interface HeatTableProps {
  readonly columns: readonly ColumnReport[];
  readonly measure: HeatMeasure;
  readonly range: ChunkRange | null;
  readonly verdictOf: (column: ColumnReport) => ColumnMark;
}

/** The heatmap's numbers as a plain table, every cell filled; within a range only its chunks. */
export function HeatTable({ columns, measure, range, verdictOf }: HeatTableProps): VNode {
  const page = usePage();
  const [all, setAll] = useState(false);
  const { time } = page.report;
  const { locale } = page.words;
  const chunks = (time?.chunks ?? []).map((_, index) => index).filter((index) => inRange(range, index));
  const heads = time === null ? methodHeads(page) : [label(page, 'wholeName'), ...chunks.map((index) => windowName(page, index))];
  const said = (value: number | null): string => (value === null ? '–' : formatMeasure(measure, value, locale));
  const marked = (text: string, alert: boolean): string => (alert ? `${page.text.verdicts.alert.glyph} ${text}` : text);
  const shown = all || page.printing ? columns : columns.slice(0, shownAtFirst);
  const rows = shown.map((column) => {
    const cells = cellsByChunk(column);
    const figures =
      time === null
        ? heatCells(page, column, measure).map((cell) => cell.text)
        : [
            said(measuredValue(measure, column, null)),
            ...chunks.map((index) => {
              const cell = cells[index];
              if (cell === undefined) return '–';
              return marked(said(measuredValue(measure, column, cell)), measure.is !== 'missing' && cell.verdict === 'alert');
            }),
          ];
    return [column.name, page.text.verdicts[verdictOf(column)].word, ...figures];
  });
  const table = {
    head: [label(page, 'columnHead'), label(page, 'verdictHead'), ...heads],
    numeric: [false, false, ...heads.map(() => true)],
    rows,
  };
  const caption = time === null ? label(page, 'heatmapNoTime') : label(page, 'heatmapOf', measure.name);
  return (
    <div class="copyable">
      <DataTable table={table} caption={caption} />
      <p class="more">
        {shown.length < columns.length && (
          <Link onClick={() => setAll(true)}>{label(page, 'moreNotes', formatCount(columns.length - shown.length, locale))}</Link>
        )}{' '}
        <CopyTable />
      </p>
    </div>
  );
}
