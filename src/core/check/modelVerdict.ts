import { primaryMeasures } from '../measures/tasks.ts';
import type { Evaluation } from '../report/evaluationOf.ts';
import type { MeasureRow, ModelVerdict } from '../sections/performance/result.ts';
import { type MeasureStatus, statusOf } from './statusOf.ts';

const failing = new Set<MeasureStatus>(['worse', 'worse_lately', 'worse_before']);

/**
 * What the measures say of the model, in one word. The headline is written by one primary measure of the task, the first that has a value (ROC AUC or,
 * without scores, balanced accuracy; MAE; NDCG); the others make it mixed where they disagree with it for certain. A limit that is broken comes first.
 */
export function modelVerdict({ columns, measures, rows }: Pick<Evaluation, 'columns' | 'measures' | 'rows'>): ModelVerdict {
  const shown = measures.filter((row) => row.shown);
  const of = (name: string | null): number | null => {
    const at = measures.findIndex((row) => row.shown && row.current.name === name);
    return at < 0 ? null : at;
  };
  const valued = (row: MeasureRow | undefined): boolean => row !== undefined && row.current.value !== null;
  const compared = primaryMeasures[columns.task].find((name) => {
    const row = shown.find(({ current }) => current.name === name);
    return valued(row) && (row!.reference === null || row!.reference.value !== null);
  });
  const primary = of(compared ?? null);
  const verdict = (kind: ModelVerdict['kind'], against: number | null = null): ModelVerdict => ({ kind, primary, against });
  const status = (row: MeasureRow): MeasureStatus => statusOf(row);
  const first = (those: (row: MeasureRow) => boolean): number | null => {
    const at = measures.findIndex((row, i) => row.shown && i !== primary && those(row));
    return at < 0 ? null : at;
  };
  const beyond = measures.findIndex((row) => row.shown && status(row) === 'beyond');
  if (beyond >= 0) return verdict('beyond', beyond);
  if (rows.current.labelled === 0) return verdict('no_labels');
  if (shown.every((row) => !valued(row))) return verdict('none');
  const own = primary === null ? null : status(measures[primary]!);
  const worse = first((row) => failing.has(status(row)));
  const better = first((row) => status(row) === 'improved');
  if (own !== null && failing.has(own)) return better === null ? verdict('worse') : verdict('mixed', better);
  if (worse !== null) return primary === null ? { kind: 'worse', primary: worse, against: null } : verdict('mixed', worse);
  if (own === 'improved') return verdict('better');
  const judged = shown.filter((row) => row.change !== null && status(row) !== 'excused');
  if (judged.length === 0) return verdict('alone');
  if (judged.some((row) => status(row) === 'may_be_worse')) return verdict('cannot_tell');
  if (judged.every((row) => status(row) === 'too_few')) return verdict('cannot_tell');
  return verdict('held');
}
