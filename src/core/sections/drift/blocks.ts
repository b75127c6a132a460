import type { Block, Cell, StripsBlock, TableBlock } from '../../report/block.ts';
import { columnOrder } from '../../report/columnOrder.ts';
import type { Report } from '../../report/report.ts';
import type { ReportText } from '../../report/reportText.ts';
import type { ColumnReport } from './result.ts';

/** What moved: a sentence, the columns worst first, their moves over time, and what was not tested. */
export function driftBlocks(report: Report, text: ReportText): Block[] {
  const label = (key: string): string => text.labels[key] ?? key;
  const columns = columnOrder(report);
  const tested = columns.filter((column) => column.verdict !== 'not_tested');
  const moved = tested.filter((column) => column.chunks.some((cell) => cell.verdict === 'alert'));
  const left = columns.filter((column) => column.verdict === 'not_tested');
  const blocks: Block[] = [
    { kind: 'heading', text: report.time === null ? label('driftTitleNoTime') : label('driftTitle') },
    { kind: 'paragraph', text: text.drift },
  ];
  if (tested.length > 0) {
    blocks.push(
      { kind: 'heading', text: label('columnsTitle') },
      { kind: 'paragraph', text: text.columnsIntro },
      columnsTable(tested, text),
    );
  }
  if (moved.length > 0) blocks.push(overTime(moved, text, label('tabTime')));
  if (left.length > 0) {
    blocks.push(
      { kind: 'heading', text: label('notTestedTitle').replace('{0}', String(left.length)) },
      {
        kind: 'terms',
        of: 'columns',
        items: left.map(({ name }) => ({ term: name, text: text.columns[name]!.headline })),
        brief: null,
      },
    );
  }
  return blocks;
}

function columnsTable(columns: readonly ColumnReport[], text: ReportText): TableBlock {
  const heads = ['columnHead', 'verdictHead', 'movedHead', 'typicalHead', 'missingHead', 'qHead'];
  const most = Math.max(...columns.map((column) => Math.max(column.effect ?? 0, 2 * column.limit)));
  return {
    kind: 'table',
    heads: heads.map((key, i) => ({ text: text.labels[key] ?? key, align: i < 2 ? 'left' : 'right' })),
    rows: columns.map((column): Cell[] => {
      const said = text.columns[column.name]!;
      const { glyph, word } = text.verdicts[column.verdict];
      // What cannot be told must not look fine.
      const quiet = column.verdict === 'not_tested' || column.verdict === 'cannot_tell';
      return [
        { text: said.kind, column: column.name },
        {
          text: said.status,
          terminal: column.verdict === 'cannot_tell' ? said.status : `${glyph} ${word}`,
          tone: quiet ? 'quiet' : (column.verdict as 'alert' | 'watch' | 'ok'),
        },
        { text: said.moved, bar: most === 0 ? 0 : (column.effect ?? 0) / most },
        { text: said.typical },
        { text: said.missing },
        { text: said.q },
      ];
    }),
    // Typical values and names give way first, then bars, then whole columns that can be missed, then what stands behind a verdict.
    squeeze: [
      { cut: 3, least: 16, keepNumbers: true },
      { cut: 0, least: 24 },
      { unbar: 2 },
      { drop: 3 },
      { drop: 4 },
      { cut: 1, least: 12 },
      { cut: 0, least: 10 },
    ],
  };
}

function overTime(columns: readonly ColumnReport[], text: ReportText, heading: string): StripsBlock {
  return {
    kind: 'strips',
    heading,
    rows: columns.map((column) => ({
      column: column.name,
      cells: column.chunks.map(({ effect, verdict }) => ({
        share: effect,
        tone: verdict === 'alert' || verdict === 'watch' || verdict === 'ok' ? verdict : 'quiet',
      })),
      full: Math.max(2 * column.limit, ...column.chunks.map((cell) => cell.effect ?? 0)),
      when: text.columns[column.name]!.place,
    })),
    first: text.chunkNames[0] ?? '',
    last: text.chunkNames[text.chunkNames.length - 1] ?? '',
  };
}
