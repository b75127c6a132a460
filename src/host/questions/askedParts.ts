import type { ColumnPick, EvaluationColumns } from '../../core/report/evaluationColumns.ts';
import type { ColumnInspection } from '../../core/roles/inspectColumns.ts';
import type { EvaluateSpec, EvaluationTask } from '../../core/spec/spec.ts';

/** What can be corrected before predictions are evaluated. */
export type EvaluationPart = 'task' | ColumnPart | 'positive';

/** Parts that a column plays. */
export type ColumnPart = 'target' | 'prediction' | 'score' | 'relevance' | 'user' | 'item';

/** The parts that a task has, in the order they are told. */
export function partsOfTask(task: EvaluationTask): readonly EvaluationPart[] {
  switch (task) {
    case 'binary':
      return ['task', 'target', 'prediction', 'score', 'positive'];
    case 'multiclass':
    case 'regression':
      return ['task', 'target', 'prediction'];
    case 'ranking':
      return ['task', 'user', 'item', 'relevance', 'score'];
  }
}

/** What is picked for a part; what is good in a ranking is its target. */
export function pickOf(columns: EvaluationColumns, part: ColumnPart): ColumnPick {
  return columns[part === 'relevance' ? 'target' : part];
}

/** Columns that can play a part: the likely ones first, then the others that the file has. */
export function candidatesOf({ columns, candidates }: ColumnInspection, part: ColumnPart): string[] {
  const others: Record<ColumnPart, ColumnPart[]> = {
    target: ['prediction'],
    prediction: ['target'],
    score: [],
    relevance: ['user', 'item', 'score'],
    user: ['item', 'relevance', 'score'],
    item: ['user', 'relevance', 'score'],
  };
  const taken = columns === null ? [] : others[part].map((other) => pickOf(columns, other).column);
  const fits = candidates.filter(({ name, kind, side }) => {
    if (kind === 'nested' || kind === 'other' || taken.includes(name)) return false;
    // Labels may not be in yet; everything else is told by current.
    if (side === 'reference' && part !== 'target' && part !== 'relevance') return false;
    return kind !== 'timestamp' && (part !== 'score' || kind === 'number');
  });
  const names = fits.map(({ name }) => name);
  const likely = columns === null ? [] : [pickOf(columns, part).column, ...pickOf(columns, part).alternatives];
  return [...new Set([...likely.filter((name): name is string => name !== null && names.includes(name)), ...names])];
}

/** What was chosen of an evaluation after one more choice; undefined: found by itself again. */
export function choosePart(chosen: EvaluateSpec, part: EvaluationPart, value: string | null | undefined): EvaluateSpec {
  const { [part]: _, ...others } = chosen;
  if (part === 'task') {
    // Columns and classes of another task say nothing of this one.
    const { score: _score, scores: _scores, positive: _positive, threshold: _threshold, ...kept } = others as EvaluateSpec;
    return value === undefined ? kept : { ...kept, task: value as EvaluationTask };
  }
  return value === undefined ? others : { ...others, [part]: value };
}

/** What was chosen without the names of columns, which the files may no longer have. */
export function withoutColumns(chosen: EvaluateSpec): EvaluateSpec {
  const {
    target: _t,
    prediction: _p,
    score: _s,
    scores: _ss,
    user: _u,
    item: _i,
    relevance: _r,
    segments: _g,
    groups: _f,
    ...others
  } = chosen;
  return others;
}
