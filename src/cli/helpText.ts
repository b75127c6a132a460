import { displayWidth } from '../app/outputs.ts';
import type { HelpGroup } from '../core/spec/asked.ts';
import { askedFields } from '../core/spec/askedFields.ts';
import { bookOptions } from '../core/spec/bookOptions.ts';
import { specLayer } from '../core/spec/comparisonSpec.ts';
import { runOptions } from '../core/spec/runOptions.ts';
import { fileKindsText } from '../core/words/fileKindsText.ts';
import type { Translate } from '../core/words/translate.ts';

/** Where the words on an option begin. */
const helpAt = 25;

/** Help of the program. */
export function mainHelp(t: Translate): string {
  return t(`Usage: driftbook COMMAND [OPTIONS]

Says whether a model is still good on today's data, and if not, why.

Commands:
  compare REFERENCE CURRENT   Compare two datasets: which columns moved, whether it matters, and since when
  evaluate CURRENT            Evaluate predictions: how good they are, how sure that is, and what drift did to it
  init REFERENCE [CURRENT]    Write a driftbook from data: datasets, columns, cells and checks in one file
  validate FILE...            Tell what is wrong with driftbooks, by line and column
  run FILE...                 Run driftbooks: their checks decide the exit code, and each run is kept
  runs FILE                   List the runs of a driftbook, or the course of a measure over them

Options:
  --version                   Print the version
  --help                      Print this help; after a command, the help of that command

Example:
  driftbook compare train.parquet today.csv
  driftbook evaluate today.parquet --reference validation.parquet
`);
}

/** Help of `driftbook compare`. */
export function compareHelp(t: Translate): string {
  return sections(
    t(
      `Usage: driftbook compare REFERENCE CURRENT [OPTIONS]

REFERENCE and CURRENT are files ({0}; text also as .gz and .zst),
folders of parts, or quoted patterns such as "prod/2026-*.parquet"; file.db#table is a table of a database.
`,
      fileKindsText(t),
    ),
    t(`PATH@REV is a file or folder at a git branch, tag or commit, such as data.csv@HEAD~1, also where Git LFS or
DVC keep it; a file of that whole name wins.
`),
    options(t('What is compared:'), 'compared', t),
    options(t('Time and rows that belong together:'), 'time', t),
    options(t('The decision:'), 'decision', t),
    options(t('Output:'), 'output', t),
    options(t('Limits of the run:'), 'run', t),
    t(`Exit codes:
  0  no alarm     1  an alarm: a column that moved enough to matter, that is gone or changed its type     3  error     130  interrupted

Examples:
  driftbook compare train.parquet today.csv
  driftbook compare train.parquet "prod/2026-*.parquet" --chunk week --json report.json
  driftbook compare a.csv b.csv --html report.html --csv columns.csv
  driftbook compare a.csv b.csv --limit price=10% --ignore note --profile strict --quiet || echo drifted
`),
  );
}

/** Help of `driftbook evaluate`. */
export function evaluateHelp(t: Translate): string {
  return sections(
    t(`Usage: driftbook evaluate CURRENT [--reference REFERENCE] [OPTIONS]

CURRENT holds predictions, with or without true labels; REFERENCE holds predictions with labels from a time
when the model was good. Both are files, folders of parts or quoted patterns, as for driftbook compare.
`),
    options(t('Which column is what (what is not named is inferred, and said):'), 'columns', t),
    options(t('What the reference is:'), 'reference', t),
    options(t('What is looked at:'), 'looked', t),
    t(`All options of driftbook compare work here too: time, chunks, profile, output, memory.

Exit codes:
  0  no alarm     1  an alarm: a measure failed or has no value that a limit asks for, or a column moved, is gone or
     changed its type     3  error     130  interrupted

Examples:
  driftbook evaluate today.parquet
  driftbook evaluate today.parquet --reference validation.parquet --html report.html
  driftbook evaluate today.csv --target churned --score p_churn --positive yes --require "roc_auc>=0.78"
`),
  );
}

/** Help of `driftbook init`. */
export function initHelp(t: Translate): string {
  return sections(
    t(`Usage: driftbook init REFERENCE [CURRENT] [OPTIONS]

Writes a driftbook from data: which column is what, and checks to start from, with comments to go on by hand.
Without CURRENT, put the path of today's data into the file.
`),
    options(t('The file:'), 'init', t),
    t(`All options of driftbook compare and driftbook evaluate that say how files are read and which column is what work here too.

Exit codes:
  0  written     3  error, nothing written     130  interrupted

Examples:
  driftbook init train.parquet "prod/2026-*.parquet"
  driftbook init train.csv today.csv --target churned --out churn.driftbook.yaml
`),
  );
}

/** Help of `driftbook validate`. */
export function validateHelp(t: Translate): string {
  return t(`Usage: driftbook validate FILE... [--quiet] [--lang LANGUAGE]

Tells what is wrong with driftbooks, a line each: FILE:LINE:COLUMN: error: what. Reads no data.

Exit codes:
  0  nothing is wrong     3  something is, or a file cannot be read

Example:
  driftbook validate *.driftbook.yaml
`);
}

/** Help of `driftbook run`. */
export function runHelp(t: Translate): string {
  return sections(
    t(`Usage: driftbook run FILE... [OPTIONS]

Runs driftbooks: compares and evaluates what they name, and holds the numbers against their checks. Each run is
kept beside the file, in .driftbook/runs; limits of kept runs (previous, p95(30 runs)) look at them.
`),
    options(t('The run:'), 'book', t),
    t(`--memory, --threads, --lang, --quiet and --no-color work here too.

Exit codes:
  0  no breach     1  a breach: a check of the severity warning or worse is broken     3  error     130  interrupted

Examples:
  driftbook run churn.driftbook.yaml
  driftbook run *.driftbook.yaml --format junit --out results
  driftbook run churn.driftbook.yaml --cells drift,performance --fail-on critical
`),
  );
}

/** Help of `driftbook runs`. */
export function runsHelp(t: Translate): string {
  return sections(
    t(`Usage: driftbook runs FILE [--trend MEASURE] [--lang LANGUAGE]

Lists the kept runs of a driftbook, newest first, or the course of a measure over them.
`),
    options(t('The runs:'), 'trend', t),
    t(`Example:
  driftbook runs churn.driftbook.yaml --trend psi:price
`),
  );
}

const sections = (...parts: readonly string[]): string => parts.join('\n');

/** The options of a part of the help, a line each, as their fields tell of them. */
function options(heading: string, part: HelpGroup, t: Translate): string {
  const lines = [specLayer, runOptions, bookOptions]
    .flatMap((shape) => askedFields(shape))
    .flatMap(({ option, help }) => {
      if (option?.group !== part || help === undefined) return [];
      const name = `  --${option.name}${option.takes === undefined ? '' : ` ${option.takes}`}`;
      const [first = '', ...more] = help(t).split('\n');
      return [name + ' '.repeat(Math.max(2, helpAt - displayWidth(name))) + first, ...more.map((line) => ' '.repeat(helpAt) + line)];
    });
  return `${[heading, ...lines].join('\n')}\n`;
}
