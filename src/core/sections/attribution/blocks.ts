import type { Block } from '../../report/block.ts';
import type { EvaluationText } from '../../report/evaluationText.ts';
import { paragraph } from '../paragraph.ts';
import { toneOf } from '../toneOf.ts';

/** What the drift did to the metric: a sentence, and the evidence. */
export function attributionBlocks({ attribution, evidenceRows, labels }: EvaluationText): Block[] {
  const evidence: Block = {
    kind: 'list',
    items: evidenceRows.map((row) => ({
      glyph: row.glyph,
      tone: toneOf(row.glyph),
      text: [{ strong: row.name }, ` · ${row.word} · `, ...row.text],
    })),
  };
  const blocks = [...paragraph(attribution), ...(evidenceRows.length === 0 ? [] : [evidence])];
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: labels.attribution }, ...blocks];
}
