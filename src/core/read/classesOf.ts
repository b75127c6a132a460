import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import { inOrder } from '../roles/labels.ts';
import type { LabelMatch } from '../roles/matchLabels.ts';
import type { RawLabels } from './predictions.ts';

/**
 * The classes of an evaluation: labels of target and prediction on both sides and those that scores are given for, numbers in numeric order, else in
 * code unit order. A binary model has at least two: where only one is seen (or none, when there are only scores) the other gets a name.
 */
export function classesOf(sides: readonly (RawLabels | null)[], columns: EvaluationColumns, { classOf }: LabelMatch): string[] {
  // The order of scores and classes must agree.
  if (columns.scores.length > 0) {
    const scored = columns.scores.map((s) => classOf(s.label) ?? s.label);
    const others = new Set<string>();
    for (const label of seen(sides, classOf)) if (!scored.includes(label)) others.add(label);
    return [...scored, ...inOrder([...others])];
  }
  const labels = new Set<string>(seen(sides, classOf));
  if (columns.task === 'binary') {
    if (columns.positive !== null) labels.add(classOf(columns.positive) ?? columns.positive);
    if (labels.size === 0) labels.add('1');
    if (labels.size === 1) labels.add(labels.has('0') ? '1' : '0');
  }
  return inOrder([...labels]);
}

function* seen(sides: readonly (RawLabels | null)[], classOf: LabelMatch['classOf']): Generator<string> {
  for (const side of sides) {
    for (const column of [side?.target, side?.prediction]) {
      for (const value of column?.values ?? []) {
        const label = classOf(value);
        if (label !== null) yield label;
      }
    }
  }
}
