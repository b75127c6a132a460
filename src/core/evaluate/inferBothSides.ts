import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import { type ColumnSample, columnSample } from './columnSample.ts';
import type { EvaluationInput } from './evaluationInput.ts';
import { inferColumns } from './inferColumns.ts';

/** What columns are inferred from. */
export type InferenceInput = Pick<EvaluationInput, 'spec' | 'tables' | 'profiles'> & {
  readonly run: Pick<EvaluationInput['run'], 'signal'>;
};

/**
 * Which columns are what, from the sample of current; the target, where its labels are not in yet, from reference. Throws as `inferColumns` does.
 */
export async function inferBothSides({ spec, tables, profiles, run }: InferenceInput, sample: ColumnSample): Promise<EvaluationColumns> {
  const columns = inferColumns(spec, profiles.current, sample, profiles.reference ?? []);
  if (columns.target.column !== null || spec.evaluate?.target === null || tables.reference === null || profiles.reference === null)
    return columns;
  const referenceSample = await columnSample(tables.reference, profiles.reference, run.signal);
  const { prediction } = columns;
  const asCurrent = { ...spec.evaluate, task: columns.task, ...(prediction.column === null ? {} : { prediction: prediction.column }) };
  const { target } = inferColumns({ ...spec, evaluate: asCurrent }, profiles.reference, referenceSample, profiles.current);
  return { ...columns, target };
}
