import type { Evaluation } from '../report/evaluationOf.ts';
import type { EvaluationText } from '../report/evaluationText.ts';
import { cutToWidth, padLeft, padRight } from './cutToWidth.ts';
import { displayWidth } from './displayWidth.ts';
import { type Block, evaluationBlocks } from './evaluationBlocks.ts';
import { type Look, style } from './style.ts';
import { wrapRich } from './wrapRich.ts';

/** An evaluation for the terminal. `prose` is the width of sentences, `width` of tables. */
export function evaluationTextLines(evaluation: Evaluation, text: EvaluationText, prose: number, width: number, color: boolean): string[] {
  return evaluationBlocks(evaluation, text).flatMap((block) => blockLines(block, prose, width, color));
}

function blockLines(block: Block, prose: number, width: number, color: boolean): string[] {
  switch (block.kind) {
    case 'heading':
      return ['', style(block.text, 'strong', color)];
    case 'paragraph':
      return wrapRich(block.text, prose - 2, color).map((line) => `  ${line}`);
    case 'list':
      return block.items.flatMap(({ glyph, text: item }) => {
        const [first = '', ...rest] = wrapRich(item, prose - 4, color);
        return [`  ${style(glyph, glyph === '◐' ? 'watch' : 'quiet', color)} ${first}`, ...rest.map((line) => `    ${line}`)];
      });
    case 'table':
      return ['', ...tableLines(block, width - 2, color).map((line) => `  ${line}`)];
  }
}

/** Aligned: names and verdicts to the left, numbers to the right. In a narrow window cells are brief, then names and verdicts are cut, then columns go. */
function tableLines({ heads, rows: all }: Extract<Block, { kind: 'table' }>, width: number, color: boolean): string[] {
  const last = heads.length - 1;
  const sizesOf = (rows: typeof all): number[] =>
    heads.map((head, i) => Math.max(displayWidth(head), ...rows.map((row) => displayWidth(row.cells[i]!))));
  const wide = sizesOf(all).reduce((sum, size) => sum + size + 2, -2) > width;
  const rows = wide ? all.map((row) => (row.brief === undefined ? row : { ...row, cells: row.brief })) : all;
  const sizes = sizesOf(rows);
  const shown = heads.map((_, i) => i);
  const over = (): number => shown.reduce((sum, i) => sum + sizes[i]! + 2, -2) - width;
  const cut = (column: number, least: number): void => {
    if (over() > 0) sizes[column] = Math.max(Math.min(sizes[column]!, least), sizes[column]! - over());
  };
  const drop = (column: number): void => {
    if (over() > 0) shown.splice(shown.indexOf(column), 1);
  };
  cut(0, 12);
  cut(last, 8);
  // The change tells both sides, the reference what it is measured by.
  if (heads.length > 3) {
    drop(2);
    drop(1);
  }
  const line = (cells: readonly string[], look: (i: number) => Look): string =>
    shown
      .map((i) => {
        const text = cutToWidth(cells[i]!, sizes[i]!);
        return style(i === 0 || i === last ? padRight(text, sizes[i]!) : padLeft(text, sizes[i]!), look(i), color);
      })
      .join('  ');
  return [line(heads, () => 'quiet'), ...rows.map((row) => line(row.cells, (i) => (i === last ? row.standing : 'plain')))];
}
