import type { Block, Squeeze } from '../../report/block.ts';
import type { EvaluationText } from '../../report/evaluationText.ts';
import { paragraph } from '../paragraph.ts';
import { toneOf } from '../toneOf.ts';

const mostChunks = 12;

/** The performance without labels: a sentence, and the last chunks with their estimates; what the labels said only where some have come in. */
export function estimateBlocks({ estimate, estimatedChunks, ledger, labels }: EvaluationText): Block[] {
  const graded = ledger.length > 0;
  const last = graded ? 3 : 2;
  const squeeze: Squeeze[] = [{ cut: 0, least: 12 }, { cut: last, least: 8 }, ...(graded ? [{ drop: 2 }, { drop: 1 }] : [])];
  const table: Block = {
    kind: 'table',
    heads: [
      { text: labels.chunk, align: 'left' },
      { text: labels.estimated, align: 'right' },
      ...(graded ? [{ text: labels.realised, align: 'right' as const }] : []),
      { text: labels.verdict, align: 'left' },
    ],
    rows: estimatedChunks
      .slice(-mostChunks)
      .map((row) => [
        { text: row.chunk },
        { text: row.estimate },
        ...(graded ? [{ text: row.realised }] : []),
        { text: `${row.glyph} ${row.word}`, tone: toneOf(row.glyph) },
      ]),
    squeeze,
  };
  const blocks = [...paragraph(estimate), ...(estimatedChunks.length === 0 ? [] : [table])];
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: labels.estimate }, ...blocks];
}
