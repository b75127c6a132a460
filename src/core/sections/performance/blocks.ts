import type { Block, Cell, TableBlock } from '../../report/block.ts';
import type { EvaluationText } from '../../report/evaluationText.ts';
import { comparisonHeads, comparisonSqueeze } from '../comparisonHeads.ts';
import { paragraph } from '../paragraph.ts';
import { toneOf } from '../toneOf.ts';
import type { PerformanceResult } from './result.ts';

/** How good the predictions are: a sentence and the measures shown. */
export function performanceBlocks(performance: PerformanceResult, text: EvaluationText): Block[] {
  const blocks = [...paragraph(text.performance), ...measuresTable(performance, text)];
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: text.labels.performance }, ...blocks];
}

/** The measures shown; without a reference its columns are left out. */
function measuresTable(performance: PerformanceResult, { measures, labels }: EvaluationText): TableBlock[] {
  const shown = measures.filter((_, i) => performance.measures[i]!.shown);
  if (shown.length === 0) return [];
  const compared = performance.measures.some((row) => row.reference !== null);
  const rows = shown.map((row): Cell[] => [
    { text: row.name },
    ...(compared ? [{ text: row.reference }] : []),
    // Reference and change before anything else: the interval of current goes first.
    row.currentInterval === ''
      ? { text: row.current }
      : { text: `${row.current} ${row.currentInterval}`, ...(compared ? { brief: row.current } : {}) },
    ...(compared ? [{ text: row.change }] : []),
    { text: `${row.glyph} ${row.word}`, tone: toneOf(row.glyph) },
  ]);
  return [{ kind: 'table', heads: comparisonHeads(compared, labels), rows, squeeze: comparisonSqueeze(compared) }];
}
