import type { Evaluation } from '../report/evaluation.ts';
import type { EvaluationText } from '../report/evaluationText.ts';
import { cutToWidth, padLeft, padRight } from './cutToWidth.ts';
import { displayWidth } from './displayWidth.ts';
import { type Block, evaluationBlocks } from './evaluationBlocks.ts';
import { style } from './style.ts';
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

/** Aligned: names and verdicts to the left, numbers to the right. In a narrow window names give way. */
function tableLines({ heads, rows }: Extract<Block, { kind: 'table' }>, width: number, color: boolean): string[] {
  const last = heads.length - 1;
  const sizes = heads.map((head, i) => Math.max(displayWidth(head), ...rows.map((row) => displayWidth(row.cells[i]!))));
  const over = (): number => sizes.reduce((sum, size) => sum + size + 2, -2) - width;
  for (const [column, least] of [
    [0, 12],
    [last, 8],
  ] as const) {
    if (over() > 0) sizes[column] = Math.max(Math.min(sizes[column]!, least), sizes[column]! - over());
  }
  const line = (cells: readonly string[], look: (i: number) => Parameters<typeof style>[1]): string =>
    cells
      .map((cell, i) => {
        const cut = cutToWidth(cell, sizes[i]!);
        return style(i === 0 || i === last ? padRight(cut, sizes[i]!) : padLeft(cut, sizes[i]!), look(i), color);
      })
      .join('  ');
  return [line(heads, () => 'quiet'), ...rows.map((row) => line(row.cells, (i) => (i === last ? row.standing : 'plain')))];
}
