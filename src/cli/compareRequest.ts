import { availableParallelism } from 'node:os';
import { problemText, sayPlain } from '../app/outputs.ts';
import { datasetArgument } from '../app/revisions/datasetArgument.ts';
import type { ReportFileFormat } from '../core/render/registry.ts';
import { standards } from '../core/spec/askedFields.ts';
import { specLayer } from '../core/spec/comparisonSpec.ts';
import { type AskedPair, specOf } from '../core/spec/layers.ts';
import { type OptionProblem, readOptions } from '../core/spec/readOptions.ts';
import { runOptions } from '../core/spec/runOptions.ts';
import type { Of } from '../core/spec/shape.ts';
import type { ComparisonSpec } from '../core/spec/spec.ts';
import type { Translate } from '../core/words/translate.ts';
import type { Arguments } from './readArguments.ts';
import { UsageError } from './usageError.ts';

/** A file the report is written to. */
export interface OutputFile {
  readonly format: ReportFileFormat;
  readonly path: string;
}

export interface CompareRequest {
  readonly spec: ComparisonSpec;
  readonly format: 'text' | 'json' | 'markdown';
  /** Files the report is written to as well. */
  readonly files: readonly OutputFile[];
  readonly memoryLimitMb: number;
  readonly threads: number;
  /** From which severity on a finding makes the exit code 1. */
  readonly failOn: 'warning' | 'critical' | 'never';
  readonly quiet: boolean;
  readonly color: boolean;
}

/** What `driftbook compare` is asked to do; what is wrong with the options is told in words. */
export function compareRequest(args: Arguments, t: Translate): CompareRequest {
  const [reference, current, ...more] = args.words;
  if (reference === undefined || current === undefined) {
    throw new UsageError(t('Two datasets are needed: driftbook compare REFERENCE CURRENT'));
  }
  if (more.length > 0)
    throw new UsageError(
      sayPlain(
        t,
        'Only two datasets can be compared; {0} is one too many. Quote a pattern, so that the shell does not fill it in.',
        more[0]!,
      ),
    );
  return requestOf({ reference: datasetArgument(reference), current: datasetArgument(current), evaluate: false }, args, t);
}

/** The request for one or two datasets, with the options that both commands share. */
export function requestOf(pair: AskedPair, args: Arguments, t: Translate): CompareRequest {
  const spec = readOptions(specLayer, args.values);
  const run = readOptions(runOptions, args.values);
  const problems = [...spec.problems, ...run.problems];
  if (problems.length > 0) throw new UsageError(problems.map((problem) => optionProblem(problem, t)).join('\n'));
  const said: Of<typeof runOptions> = { ...standards(runOptions), ...run.value };
  const { files = {}, threads = Math.min(8, availableParallelism()), quiet = false, plain = false } = said;
  return {
    spec: specOf(pair, [spec.value]),
    format: said.format!,
    files: Object.entries(files).map(([format, path]) => ({ format: format as ReportFileFormat, path })),
    memoryLimitMb: said.memoryLimitMb!,
    threads,
    failOn: said.failOn!,
    quiet,
    color: !plain,
  };
}

/** What is wrong with an option, told of the option and the column or measure it is about. */
function optionProblem(problem: OptionProblem, t: Translate): string {
  const { option, of } = problem;
  return problemText(problem, of === null ? `--${option}` : `--${option} ${of}`, t, true);
}
