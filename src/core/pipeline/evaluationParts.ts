import type { EvaluationInput } from '../read/evaluationInput.ts';
import { readSegments, segmentNames } from '../read/segments/readSegments.ts';
import type { EvaluationNote } from '../report/note.ts';
import type { UncheckedSection } from '../report/section.ts';
import { trainingReference } from '../roles/trainingReference.ts';
import { behaviourPart } from '../sections/predictions/compute/behaviourPart.ts';
import { evaluationNotes } from '../sections/predictions/compute/evaluationNotes.ts';
import type { Behaviour, PredictionsResult } from '../sections/predictions/result.ts';
import { type Evaluated, type EvaluatedPredictions, evaluatedOf } from './evaluatedPredictions.ts';
import { evaluatedSections } from './evaluatedSections.ts';
import { partMaker } from './partMaker.ts';
import { measureRows, performanceResult } from './performanceResult.ts';

const mostClassesNamed = 100;

/** Makes the sections of an evaluation one after the other. Each may fail by itself, and so may parts of the performance: what is not there is told. */
export async function evaluationParts(input: EvaluationInput, settled: EvaluatedPredictions): Promise<readonly UncheckedSection[]> {
  const maker = partMaker(input.run);
  const evaluated = evaluatedOf(input, settled);
  const { reference, current, classes, positive, columns } = settled;
  const behaviour = behaviourPart(reference, current, { task: columns.task, classes, positive, chunks: evaluated.chunks.current });
  const measures = await measureRows(evaluated, maker);
  const names = segmentNames(input, columns);
  const segments = needsSegments(evaluated) ? await maker.attempt('segments', [], () => readSegments(input, names)) : [];
  const performance = await performanceResult(evaluated, measures, maker);
  const sections: UncheckedSection[] = [];
  for (const make of evaluatedSections) sections.push(...(await make(evaluated, segments, maker)));
  const predictions = predictionsResult(evaluated, behaviour);
  return [
    { kind: 'predictions', result: predictions, notes: [...remarksOn(evaluated), ...settled.notes, ...maker.notes], failed: null },
    { kind: 'performance', result: performance, notes: [], failed: null },
    ...sections,
  ];
}

/** Whether any section looks at groups of rows: slices and attribution, estimates, fairness. */
function needsSegments({ input, settled, labelled, loss }: Evaluated): boolean {
  return loss !== null || settled.columns.task === 'regression' || labelled !== null || input.spec.evaluate?.groups !== undefined;
}

function predictionsResult({ input, settled, rows }: Evaluated, behaviour: Behaviour): PredictionsResult {
  const { columns, classes, threshold } = settled;
  return {
    columns,
    classes: classes.slice(0, mostClassesNamed),
    classCount: classes.length,
    threshold,
    costs: input.spec.evaluate?.costs ?? null,
    rows,
    training: trainingReference(input.spec),
    behaviour,
  };
}

function remarksOn({ input, settled, rows }: Evaluated): readonly EvaluationNote[] {
  const { columns, classes, current, reference, weighted, spelling, uncut } = settled;
  return evaluationNotes({
    columns,
    classes: classes.length,
    rows,
    current,
    reference,
    weighted,
    training: trainingReference(input.spec),
    spelling,
    uncut,
    names: classes,
  });
}
