import type { VNode } from 'preact';
import { formatShare } from '../../src/core/format/share.ts';
import type { ColumnReport } from '../../src/core/report/report.ts';
import { DataTable } from '../common/dataTable.tsx';
import { CopyTable } from './copyTable.tsx';
import { heatCells, methodHeads } from './heatCells.ts';
import { label, usePage, windowName } from './pageContext.ts';

/** The heatmap's numbers as a plain table, every cell filled. */
export function HeatTable({ columns }: { readonly columns: readonly ColumnReport[] }): VNode {
  const page = usePage();
  const { time } = page.report;
  const { locale } = page.words;
  const heads = time === null ? methodHeads(page) : [label(page, 'wholeName'), ...time.chunks.map((_, index) => windowName(page, index))];
  const share = (effect: number | null | undefined): string =>
    effect === null || effect === undefined ? '–' : formatShare(effect, locale);
  const marked = (text: string, alert: boolean): string => (alert ? `${page.text.verdicts.alert.glyph} ${text}` : text);
  const rows = columns.map((column) => {
    const byChunk = new Map(column.chunks.map((cell) => [cell.chunk, cell]));
    const figures =
      time === null
        ? heatCells(page, column).map((cell) => cell.text)
        : [
            share(column.effect),
            ...time.chunks.map((_, index) => marked(share(byChunk.get(index)?.effect), byChunk.get(index)?.verdict === 'alert')),
          ];
    return [column.name, page.text.verdicts[column.worst].word, ...figures];
  });
  const table = {
    head: [label(page, 'columnHead'), label(page, 'verdictHead'), ...heads],
    numeric: [false, false, ...heads.map(() => true)],
    rows,
  };
  return (
    <div class="copyable">
      <DataTable table={table} caption={label(page, time === null ? 'heatmapNoTime' : 'heatmap')} />
      <p class="more">
        <CopyTable />
      </p>
    </div>
  );
}
