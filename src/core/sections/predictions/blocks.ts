import type { Block } from '../../report/block.ts';
import type { EvaluationText } from '../../report/evaluationText.ts';
import { paragraph } from '../paragraph.ts';

/** What was evaluated, and why each column was taken. */
export function predictionsBlocks({ predictions, evidence, labels }: EvaluationText): Block[] {
  const parts = (['target', 'prediction', 'score', 'user', 'item'] as const).filter((part) => evidence[part] !== '');
  const reasons: Block = {
    kind: 'list',
    items: parts.map((part) => ({ glyph: '·', tone: 'quiet', text: [{ strong: labels[part] }, ` · ${evidence[part]}`] })),
  };
  const blocks = [...paragraph(predictions), ...(parts.length === 0 ? [] : [reasons])];
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: labels.predictions }, ...blocks];
}
