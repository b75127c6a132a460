import type { Block } from '../../report/block.ts';
import type { EvaluationText, SliceText } from '../../report/evaluationText.ts';
import { paragraph } from '../paragraph.ts';

/** Slices listed at most: the worst come first. */
const mostSlices = 5;

/** Where the model is weak, and where it got worse. The worst slice stands in the sentence. */
export function slicesBlocks({ slices, worst, fallen, labels }: EvaluationText): Block[] {
  const weak = [...paragraph(slices), ...list(worst.slice(1))];
  const worse = list(fallen);
  return [
    ...(weak.length === 0 ? [] : [{ kind: 'heading' as const, text: labels.slices }, ...weak]),
    ...(worse.length === 0 ? [] : [{ kind: 'heading' as const, text: labels.fallen }, ...worse]),
  ];
}

function list(slices: readonly SliceText[]): Block[] {
  if (slices.length === 0) return [];
  return [{ kind: 'list', items: slices.slice(0, mostSlices).map(({ sentence }) => ({ glyph: '·', tone: 'quiet', text: sentence })) }];
}
