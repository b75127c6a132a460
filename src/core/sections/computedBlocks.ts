import type { Block } from '../report/block.ts';
import type { ReportText } from '../report/reportText.ts';

/** How many terms say what a verdict is: enough where room is scarce. */
const briefTerms = 3;

/** How it was computed. */
export function computedBlocks({ computed, labels }: ReportText): Block[] {
  return [
    { kind: 'heading', text: labels.computedTitle ?? '' },
    { kind: 'terms', of: 'words', items: computed, brief: briefTerms },
  ];
}
