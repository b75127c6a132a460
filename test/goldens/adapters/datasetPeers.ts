import { binaryEstimates } from '../../../src/core/sections/estimate/compute/binaryEstimates.ts';
import { estimateBinary, fitBinaryModel } from '../../../src/core/sections/estimate/compute/binaryModel.ts';
import { binarySamplingErrors } from '../../../src/core/sections/estimate/compute/binarySamplingErrors.ts';
import { errorOver } from '../../../src/core/sections/estimate/compute/confusionSamplingErrors.ts';
import { multiclassEstimates } from '../../../src/core/sections/estimate/compute/multiclassEstimates.ts';
import { estimateMulticlass, fitMulticlassModel } from '../../../src/core/sections/estimate/compute/multiclassModel.ts';
import { multiclassSamplingErrors } from '../../../src/core/sections/estimate/compute/multiclassSamplingErrors.ts';
import { regressionSamplingErrors } from '../../../src/core/sections/estimate/compute/regressionSamplingErrors.ts';
import { stdThreshold } from '../../../src/core/sections/estimate/compute/stdThreshold.ts';
import { summarySamplingErrors } from '../../oracles/summarySamplingErrors.ts';
import type { GoldenCase } from '../golden.ts';
import { type Adapter, type Answer, skip, value } from '../golden.ts';
import type { PeerTable } from '../peerData.ts';
import { regressionValues } from './regression.ts';

/** A model's columns in a table: its task is what they say. */
type Predictions =
  | { readonly task: 'binary'; readonly scores: Float64Array; readonly predicted: Float64Array; readonly labels: Float64Array }
  | {
      readonly task: 'multiclass';
      readonly scores: readonly Float64Array[];
      readonly predicted: Float64Array;
      readonly labels: Float64Array;
    }
  | { readonly task: 'regression'; readonly predicted: Float64Array; readonly labels: Float64Array };

const rowsOf = (table: PeerTable): number => Object.values(table)[0]?.length ?? 0;

function part(table: PeerTable, from: number, to: number): PeerTable {
  return Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column.slice(from, to)]));
}

function chunksOf(table: PeerTable, size: number): PeerTable[] {
  return Array.from({ length: Math.floor(rowsOf(table) / size) }, (_, i) => part(table, i * size, (i + 1) * size));
}

const numeric = (column: PeerTable[string] | undefined, rows: number): Float64Array =>
  column instanceof Float64Array ? column : new Float64Array(rows).fill(Number.NaN);

/** As NannyML names columns: `y_pred`, `y_true` (here also `repaid`), `y_pred_proba` for two classes, `y_pred_proba_CLASS` for more. */
function predictionsOf(table: PeerTable): Predictions {
  const rows = rowsOf(table);
  const truth = table.y_true ?? table.repaid;
  const classes = Object.keys(table)
    .filter((name) => name.startsWith('y_pred_proba_'))
    .map((name) => name.slice('y_pred_proba_'.length));
  if (classes.length > 0) {
    const coded = (column: PeerTable[string] | undefined): Float64Array =>
      Float64Array.from({ length: rows }, (_, i) => {
        const at = classes.indexOf(String(column?.[i]));
        return at < 0 ? Number.NaN : at;
      });
    const scores = classes.map((name) => numeric(table[`y_pred_proba_${name}`], rows));
    return { task: 'multiclass', scores, predicted: coded(table.y_pred), labels: coded(truth) };
  }
  const columns = { predicted: numeric(table.y_pred, rows), labels: numeric(truth, rows) };
  return table.y_pred_proba
    ? { task: 'binary', scores: numeric(table.y_pred_proba, rows), ...columns }
    : { task: 'regression', ...columns };
}

function realised(table: PeerTable, measure: string): number | null | undefined {
  const of = predictionsOf(table);
  if (of.task === 'regression') return regressionValues({ y_true: [...of.labels], y_pred: [...of.predicted] })[measure];
  if (of.task === 'binary') return binaryEstimates(of.scores, of.labels, of.predicted)[measure as 'f1'];
  const certain = of.scores.map((_, c) => of.labels.map((label) => (label === c ? 1 : 0)));
  return multiclassEstimates(of.scores, certain, of.predicted)[measure as 'f1'];
}

/** A realised value has labels: chunks at the end, whose labels are still out, have none. */
const labelled = (table: PeerTable): boolean => predictionsOf(table).labels.every((label) => !Number.isNaN(label));

function estimated(reference: PeerTable, chunks: readonly PeerTable[], measure: string): Answer {
  const before = predictionsOf(reference);
  if (before.task === 'regression') return skip("the peer's model of the error is another library's trees: its estimates are its own");
  if (before.task === 'binary') {
    const model = fitBinaryModel(before, before.labels);
    if (typeof model === 'string') throw new Error(model);
    return value(chunks.map((chunk) => estimateBinary(model, predictionsOf(chunk) as typeof before)[measure as 'f1'].value));
  }
  const model = fitMulticlassModel(before, before.labels);
  if (typeof model === 'string') throw new Error(model);
  return value(chunks.map((chunk) => estimateMulticlass(model, predictionsOf(chunk) as typeof before)[measure as 'f1'].value));
}

function samplingErrorOf(reference: PeerTable, measure: string, size: number, column: unknown): number | null | undefined {
  if (typeof column === 'string') return summarySamplingErrors(numeric(reference[column], rowsOf(reference)), size)[measure as 'std'];
  const of = predictionsOf(reference);
  if (of.task === 'regression')
    return errorOver(size, measure as 'f1', regressionSamplingErrors(of.labels, of.predicted)[measure as 'mae']);
  if (of.task === 'binary')
    return errorOver(size, measure as 'f1', binarySamplingErrors(of.scores, of.labels, of.predicted)[measure as 'f1']);
  return errorOver(size, measure as 'f1', multiclassSamplingErrors(of.scores, of.labels, of.predicted)[measure as 'f1']);
}

const measureName = (word: string): string => ({ ap: 'average_precision', auc: 'roc_auc', acc: 'accuracy' })[word] ?? word;

/** Methods on whole data sets, each by the words of its name: what is done, and the measure it is done with. */
const methods: readonly { readonly name: RegExp; of(golden: Required<GoldenCase>, words: readonly string[]): Answer }[] = [
  {
    name: /^(?:cbpe|dle)(?: multiclass)? (\w+)(?: per chunk|, tie-safe variant)$/,
    of: ({ data, input }, [measure = '']) => estimated(data.reference, chunksOf(data.monitoring, Number(input.chunk ?? 5000)), measure),
  },
  {
    name: /^reali[sz]ed(?: multiclass| regression)? (\w+) per (reference )?chunk$/,
    of: ({ data, input }, [measure = '', reference]) => {
      const chunks = chunksOf(reference ? data.reference : data.monitoring, Number(input.chunk ?? 5000));
      return value(chunks.filter(labelled).map((chunk) => realised(chunk, measure)));
    },
  },
  {
    name: /^(?:lower |upper )?threshold (?:from realised )?(\w+)(?: on reference chunks)?$/,
    of: ({ data, input }, [measure = '']) =>
      value(stdThreshold(chunksOf(data.reference, Number(input.chunk ?? 5000)).map((chunk) => Number(realised(chunk, measure))))),
  },
  {
    name: /^(?:(std|mean|sum|median) )?sampling error (?:(\w+) )?chunk (\d+)$/,
    of: ({ data, input }, [statistic, measure, size]) =>
      value({ value: samplingErrorOf(data.reference, statistic ?? measure ?? '', Number(size), input.column) }),
  },
];

/**
 * The adapter of a method on whole data sets, by its name; undefined when none of ours does it. Estimates, realised values, limits and sampling
 * errors of every measure of the product, for two classes, more classes and numbers.
 */
export function datasetAdapter(method: string): Adapter | undefined {
  for (const { name, of } of methods) {
    const words = name.exec(method)?.slice(1);
    if (words !== undefined)
      return (golden) =>
        of(
          golden as Required<GoldenCase>,
          words.map((word) => word && measureName(word)),
        );
  }
  return undefined;
}
