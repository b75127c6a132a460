import type { Block } from '../../report/block.ts';
import type { EvaluationText } from '../../report/evaluationText.ts';
import { paragraph } from '../paragraph.ts';

/** Groups compared: for each column a sentence and its gaps. */
export function fairnessBlocks({ fairness, labels }: EvaluationText): Block[] {
  if (fairness.length === 0) return [];
  const groups = fairness.flatMap(({ sentence, gaps }): Block[] => [
    ...paragraph(sentence),
    {
      kind: 'table',
      heads: [
        { text: labels.gap, align: 'left' },
        { text: labels.value, align: 'right' },
        { text: labels.limit, align: 'left' },
      ],
      rows: gaps.map((gap) => [{ text: gap.name }, { text: gap.value }, { text: gap.limit, tone: 'quiet' }]),
      squeeze: [
        { cut: 0, least: 12 },
        { cut: 2, least: 8 },
      ],
    },
  ]);
  return [{ kind: 'heading', text: labels.fairness }, ...groups];
}
