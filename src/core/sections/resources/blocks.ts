import type { Block } from '../../report/block.ts';
import type { EvaluationText } from '../../report/evaluationText.ts';
import type { ResultOf } from '../../report/section.ts';
import { comparisonHeads, comparisonSqueeze } from '../comparisonHeads.ts';
import { toneOf } from '../toneOf.ts';

/** What training and predicting cost; without a reference its columns are left out. */
export function resourcesBlocks({ columns }: ResultOf<'resources'>, { resources, labels }: EvaluationText): Block[] {
  if (resources.length === 0) return [];
  const compared = columns.some(({ n }) => n.reference !== null);
  return [
    { kind: 'heading', text: labels.resources },
    {
      kind: 'table',
      heads: comparisonHeads(compared, labels),
      rows: resources.map((row) => [
        { text: row.name },
        ...(compared ? [{ text: row.reference }] : []),
        { text: row.current },
        ...(compared ? [{ text: row.change }] : []),
        { text: `${row.glyph} ${row.word}`, tone: toneOf(row.glyph) },
      ]),
      squeeze: comparisonSqueeze(compared),
    },
  ];
}
