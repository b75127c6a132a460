import type { Squeeze, TableBlock } from '../report/block.ts';
import type { EvaluationText } from '../report/evaluationText.ts';

/** Heads of a table of figures: name, both sides with the change, or current alone, and the verdict. */
export function comparisonHeads(compared: boolean, labels: EvaluationText['labels']): TableBlock['heads'] {
  return [
    { text: labels.measure, align: 'left' },
    ...(compared ? [{ text: labels.reference, align: 'right' as const }] : []),
    { text: labels.current, align: 'right' },
    ...(compared ? [{ text: labels.change, align: 'right' as const }] : []),
    { text: labels.verdict, align: 'left' },
  ];
}

/** In a narrow window names and verdicts are cut, then columns go: the change tells both sides, the reference what it is measured by. */
export function comparisonSqueeze(compared: boolean): Squeeze[] {
  const last = compared ? 4 : 2;
  const cuts = [
    { cut: 0, least: 12 },
    { cut: last, least: 8 },
  ];
  return compared ? [...cuts, { drop: 2 }, { drop: 1 }] : cuts;
}
