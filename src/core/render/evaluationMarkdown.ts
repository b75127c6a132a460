import { escapeMarkdown } from '../format/escapeMarkdown.ts';
import type { Evaluation } from '../report/evaluationOf.ts';
import type { EvaluationText } from '../report/evaluationText.ts';
import { type Block, evaluationBlocks } from './evaluationBlocks.ts';
import { markdownRich } from './markdownRich.ts';

/** An evaluation in Markdown: nothing in the data can become markup. */
export function evaluationMarkdown(evaluation: Evaluation, text: EvaluationText): string[] {
  return evaluationBlocks(evaluation, text).flatMap(blockLines);
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`## ${escapeMarkdown(block.text)}`, ''];
    case 'paragraph':
      return [markdownRich(block.text), ''];
    case 'list':
      return [...block.items.map(({ glyph, text: item }) => `- ${glyph === '·' ? '' : `${glyph} `}${markdownRich(item)}`), ''];
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
      const last = block.heads.length - 1;
      return [
        row(block.heads.map(escapeMarkdown)),
        row(block.heads.map((_, i) => (i === 0 || i === last ? '---' : '--:'))),
        ...block.rows.map(({ cells }) => row(cells.map(escapeMarkdown))),
        '',
      ];
    }
  }
}
