import { DataError } from '../data/dataError.ts';
import { isMeasureName } from '../measures/registry.ts';
import type { RowLayout } from '../read/chunks/rowLayout.ts';
import { classesOf } from '../read/classesOf.ts';
import { bytesOf } from '../read/columnBudget.ts';
import type { ColumnReader } from '../read/columnReader.ts';
import { evaluatedRows } from '../read/evaluatedRows.ts';
import type { EvaluationInput } from '../read/evaluationInput.ts';
import {
  blockOfRows,
  chunkOfRows,
  inClasses,
  type Predictions,
  type RawLabels,
  readLabels,
  readQuantities,
  releaseLabels,
} from '../read/predictions.ts';
import { fileColumns, releaseSample } from '../read/readSample.ts';
import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import type { UncheckedSection } from '../report/section.ts';
import type { ColumnSample } from '../roles/columnSample.ts';
import { copyOfScore } from '../roles/copyOfScore.ts';
import { inferColumns } from '../roles/inferColumns.ts';
import { type LabelMatch, matchLabels } from '../roles/matchLabels.ts';
import { nameWords } from '../roles/nameHints.ts';
import { resourceLimit } from '../roles/resourceColumns.ts';
import { itemDistance } from '../sections/performance/compute/readItemDistance.ts';
import { addressOf } from '../spec/addressOf.ts';
import type { EvaluatedPredictions } from './evaluatedPredictions.ts';
import { evaluationParts } from './evaluationParts.ts';

/** Where scores are cut when neither the spec nor the predictions say. */
const usualThreshold = 0.5;
const usualListLength = 10;

/**
 * Evaluates current as predictions: which column is what, how the predictions behave, how good they are and how sure that is, where they are worst,
 * and (with a reference) what changed and what the drift did to it. Rejects with a DataError when there is nothing to evaluate
 * (no_prediction_column, unknown_column, target_is_prediction); a section that fails by itself says so, and the rest stands.
 */
export async function evaluate(whole: EvaluationInput): Promise<readonly UncheckedSection[]> {
  const { spec, run } = whole;
  run.progress({ stage: 'evaluating', done: 0, total: 0, item: whole.readers.current.info.label });
  for (const name of Object.keys(spec.evaluate?.limits ?? {})) {
    if (!isMeasureName(name) && resourceLimit(name) === null) throw new DataError('unknown_measure', { found: name });
  }
  const { columns, threshold } = await settleColumns(whole);
  const weight = weightColumn(whole);
  const { input, note } = await evaluatedRows(whole, columns, weight);
  const predictions = await readPredictions(input, { columns, threshold, weight });
  const { reference, current } = predictions;
  return evaluationParts(input, {
    columns,
    threshold,
    k: spec.evaluate?.k ?? usualListLength,
    items: columns.task === 'ranking' ? await itemDistance(input, columns, { reference, current }) : null,
    byRank: columns.score.column !== null && /rank|position/.test(nameWords(columns.score.column)),
    ...predictions,
    weighted: weight !== null,
    notes: note === null ? [] : [note],
  });
}

/** Which column is what, and where scores are cut. */
interface SettledColumns {
  readonly columns: EvaluationColumns;
  readonly threshold: number | null;
}

/** Tells by samples of both files, which are let go again. Rejects where it cannot be told. */
async function settleColumns(input: EvaluationInput): Promise<SettledColumns> {
  const { spec, readers, profiles } = input;
  const now = await fileColumns(readers.current, profiles.current);
  const past = readers.reference === null || profiles.reference === null ? null : await fileColumns(readers.reference, profiles.reference);
  const columns = inferColumns(spec, now, past);
  if (columns.target.open) {
    const two = columns.target.ranked.slice(0, 2).map(({ column, value }) => `${column} (${value.toFixed(2)})`);
    throw new DataError('target_open', {
      file: addressOf(spec.current),
      found: two.join(', '),
      expected: columns.target.ranked[0]?.measure,
    });
  }
  if (columns.target.column !== null && columns.target.column === columns.prediction.column) {
    throw new DataError('target_is_prediction', { file: addressOf(spec.current), column: columns.target.column });
  }
  const threshold = columns.task === 'binary' ? thresholdOf(input, columns, now.sample) : null;
  for (const file of [now, past]) if (file !== null) releaseSample(readers.current, file.sample);
  return { columns, threshold };
}

/** The predictions of both sides, and what their labels agree on. */
type ReadPredictions = Pick<EvaluatedPredictions, 'classes' | 'positive' | 'reference' | 'current' | 'spelling' | 'uncut'>;

/** Reads the predictions of both sides, labels as classes that both agree on. Rejects with labels_differ. */
async function readPredictions(
  { spec, readers, layouts }: EvaluationInput,
  { columns, threshold, weight }: SettledColumns & { readonly weight: string | null },
): Promise<ReadPredictions> {
  const labels = columns.task === 'binary' || columns.task === 'multiclass';
  const raw = {
    reference: readers.reference === null || !labels ? null : await readLabels(readers.reference, columns),
    current: labels ? await readLabels(readers.current, columns) : null,
  };
  const spelling = matchLabels([
    raw.reference?.target?.values ?? null,
    raw.current?.target?.values ?? null,
    raw.reference?.prediction?.values ?? null,
    raw.current?.prediction?.values ?? null,
  ]);
  checkLabels(addressOf(spec.current), columns, [raw.reference, raw.current], spelling);
  const classes = labels ? classesOf([raw.reference, raw.current], columns, spelling) : [];
  const positive = Math.max(0, classes.indexOf(columns.positive ?? ''));
  const uncut = columns.task === 'binary' && columns.prediction.column === null && threshold === null;
  const codes = new Map(classes.map((name, i) => [name, i]));
  const read = async (reader: ColumnReader, layout: RowLayout, side: RawLabels | null): Promise<Predictions> => {
    const quantities = await readQuantities(reader, columns, weight);
    const actual = side?.target ? inClasses(side.target, codes, spelling) : null;
    const predicted = side?.prediction
      ? inClasses(side.prediction, codes, spelling)
      : uncut
        ? null
        : decide(quantities.scores, columns, positive, threshold ?? usualThreshold);
    if (side !== null) releaseLabels(reader, side);
    const [chunkOf, blockOf] = [chunkOfRows(layout), blockOfRows(layout)];
    reader.budget.hold(bytesOf([actual, predicted, chunkOf, blockOf]));
    return { rows: reader.info.rows, chunkOf, blockOf, ...quantities, actual, predicted };
  };
  const reference =
    readers.reference === null || layouts.reference === null ? null : await read(readers.reference, layouts.reference, raw.reference);
  const current = await read(readers.current, layouts.current, raw.current);
  return { classes, positive, reference, current, spelling: spelling.changed, uncut };
}

/** Labels and predictions without a class in common cannot be judged: every row would be wrong. */
function checkLabels(
  file: string,
  { target, prediction }: EvaluationColumns,
  sides: readonly (RawLabels | null)[],
  { classOf }: LabelMatch,
): void {
  const all = (part: 'target' | 'prediction'): Set<string> =>
    new Set(sides.flatMap((side) => (side?.[part]?.values ?? []).flatMap((value) => classOf(value) ?? [])));
  const [truth, predicted] = [all('target'), all('prediction')];
  if (truth.size === 0 || predicted.size === 0 || [...truth].some((label) => predicted.has(label))) return;
  const few = (labels: ReadonlySet<string>): string => [...labels].sort().slice(0, 5).join(', ');
  throw new DataError('labels_differ', {
    file,
    column: target.column ?? '',
    found: few(truth),
    expected: `${prediction.column}: ${few(predicted)}`,
  });
}

function weightColumn({ spec, profiles }: EvaluationInput): string | null {
  const given = Object.entries(spec.columns?.roles ?? {}).find(([, role]) => role === 'weight')?.[0];
  return profiles.current.find((p) => p.name === given && p.kind === 'number')?.name ?? null;
}

/** Threshold of a binary model: the spec's, else where its predictions are cut, else the usual one of probabilities; null without scores or on another scale. */
function thresholdOf({ spec, profiles }: EvaluationInput, columns: EvaluationColumns, sample: ColumnSample): number | null {
  const score = columns.score.column === null ? undefined : sample.numbers.get(columns.score.column);
  if (score === undefined) return null;
  if (columns.prediction.column === null) {
    // A half means nothing on a scale that is not that of probabilities.
    const scales = [...profiles.current, ...(profiles.reference ?? [])].filter(({ name }) => name === columns.score.column);
    const probabilities = scales.every(({ min, max }) => (min ?? 0) >= 0 && (max ?? 0) <= 1);
    return spec.evaluate?.threshold ?? (probabilities ? usualThreshold : null);
  }
  return copyOfScore(score, sample.labels.get(columns.prediction.column) ?? [])?.threshold ?? null;
}

/** Predicted classes by the scores, where no prediction is given: from the threshold on, or the class with the highest score. */
function decide(scores: readonly Float64Array[], columns: EvaluationColumns, positive: number, threshold: number): Int32Array | null {
  const first = scores[0];
  if (first === undefined) return null;
  if (columns.task === 'binary') {
    const negative = positive === 0 ? 1 : 0;
    const decided = new Int32Array(first.length);
    for (let i = 0; i < first.length; i++) decided[i] = Number.isNaN(first[i]!) ? -1 : first[i]! >= threshold ? positive : negative;
    return decided;
  }
  if (columns.task !== 'multiclass') return null;
  return Int32Array.from(first, (_, row) => {
    let best = -1;
    for (let c = 0; c < scores.length; c++) {
      const score = scores[c]![row]!;
      if (Number.isNaN(score)) return -1;
      if (best < 0 || score > scores[best]![row]!) best = c;
    }
    return best;
  });
}
