import { availableParallelism } from 'node:os';
import { problemText } from '../app/outputs.ts';
import { standards } from '../core/spec/askedFields.ts';
import { bookOptions } from '../core/spec/bookOptions.ts';
import { readOptions } from '../core/spec/readOptions.ts';
import { runOptions } from '../core/spec/runOptions.ts';
import type { Of } from '../core/spec/shape.ts';
import type { Translate } from '../core/words/translate.ts';
import type { Arguments } from './readArguments.ts';
import { UsageError } from './usageError.ts';

export interface BookRequest {
  readonly files: readonly string[];
  readonly format: 'text' | 'junit' | 'sarif' | 'markdown' | 'json' | 'html';
  /** Folder that is written to; null: standard output. */
  readonly folder: string | null;
  /** Positions, names or kinds of cells; null: all. */
  readonly cells: readonly (number | string)[] | null;
  /** Whether the runs before are looked at, and this one is kept. */
  readonly history: boolean;
  readonly failOn: 'warning' | 'critical' | 'never';
  readonly memoryLimitMb: number;
  readonly threads: number;
  readonly quiet: boolean;
  readonly color: boolean;
}

/** What `driftbook run` is asked to do; what is wrong with the options is told in words. */
export function runRequest({ words, values }: Arguments, t: Translate): BookRequest {
  if (words.length === 0) throw new UsageError(t('A driftbook is needed: driftbook run FILE'));
  const own = new Map([...values].filter(([name]) => !['format', 'out', 'fail-on'].includes(name)));
  const run = readOptions(runOptions, own);
  const book = readOptions(bookOptions, values);
  const problems = [...run.problems, ...book.problems];
  if (problems.length > 0) throw new UsageError(problems.map((problem) => problemText(problem, `--${problem.option}`, t, true)).join('\n'));
  const said: Of<typeof runOptions> = { ...standards(runOptions), ...run.value };
  const { format = 'text', out, cells, noHistory = false, failOn = 'warning' } = book.value ?? {};
  if (format === 'html' && out === undefined) throw new UsageError(t('HTML is written to files: name their folder with --out.'));
  return {
    files: words,
    format,
    folder: out ?? null,
    cells: cells?.map((word) => (/^[1-9]\d{0,5}$/.test(word) ? Number(word) - 1 : word)) ?? null,
    history: !noHistory,
    failOn,
    memoryLimitMb: said.memoryLimitMb!,
    threads: said.threads ?? Math.min(8, availableParallelism()),
    quiet: said.quiet ?? false,
    color: said.plain !== true,
  };
}
