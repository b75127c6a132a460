import { catalogue, type MeasureName } from './registry.ts';

/** What a model predicts. */
export type Task = 'binary' | 'multiclass' | 'regression' | 'ranking';

/** The measure that writes the headline of a task: the first of these that has a value. */
export const primaryMeasures: Readonly<Record<Task, readonly MeasureName[]>> = {
  binary: ['roc_auc', 'balanced_accuracy', 'accuracy'],
  multiclass: ['roc_auc_ovr_macro', 'balanced_accuracy', 'accuracy'],
  regression: ['mae'],
  ranking: ['ndcg'],
};

/** Measures that a task shows unless asked otherwise, most telling first. */
export function shownMeasures(task: Task): MeasureName[] {
  const place = (name: MeasureName): number | undefined => catalogue[name].shown?.[task];
  return (Object.keys(catalogue) as MeasureName[]).filter((name) => place(name) !== undefined).sort((a, b) => place(a)! - place(b)!);
}
