import type { Block } from '../report/block.ts';
import type { EvaluationText } from '../report/evaluationText.ts';
import { toneOf } from './toneOf.ts';

/** Remarks on what could not be used, or not be made. */
export function remarksBlocks({ notes, labels }: EvaluationText): Block[] {
  if (notes.length === 0) return [];
  const items = notes.map(({ glyph, text }) => ({ glyph, tone: toneOf(glyph), text }));
  return [
    { kind: 'heading', text: labels.notes },
    { kind: 'list', items },
  ];
}
