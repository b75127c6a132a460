import { breachSizes } from '../../core/driftbook/checkShape.ts';
import type { EvaluationColumns } from '../../core/report/evaluationColumns.ts';
import type { Report } from '../../core/report/report.ts';
import { columnsOf } from '../../core/report/sectionOf.ts';
import type { ComparisonSpec, EvaluationTask } from '../../core/spec/spec.ts';
import type { Translate } from '../../core/words/translate.ts';
import { parseDriftbook } from './driftbookDocument.ts';
import { afterKey, flowYaml } from './renderYaml.ts';

/** A breach of the first checks is as bad as can be: whoever finds it less so says so. */
const gravest = breachSizes.at(-1);

/** What is known of the data that a driftbook is to be written for. */
export interface InitialFacts {
  /** Paths from the folder of the file. */
  readonly reference: string;
  /** Null: the data of today are still to come. */
  readonly current: string | null;
  /** What was said of the columns. */
  readonly spec: ComparisonSpec;
  /** Which columns hold predictions and truth; null where none do. */
  readonly columns: EvaluationColumns | null;
  /** The comparison of the two datasets, or of the one with itself. */
  readonly report: Report;
}

/** What a model of a task is held to at first: the measure, and how much worse than the reference it may be. */
const firstChecks: Readonly<Record<EvaluationTask, object>> = {
  binary: { measure: 'roc_auc', max_drop: 0.02 },
  multiclass: { measure: 'f1_macro', max_drop: 0.02 },
  regression: { measure: 'mae', max_ratio: 1.05 },
  ranking: { measure: 'ndcg', max_drop: 0.02 },
};

/** A driftbook to start from: what was found in the data, checks that hold for them, and comments to go on by hand. It reads without a problem. */
export function initialDriftbook(facts: InitialFacts, t: Translate): string {
  const { reference, current, columns: found, report } = facts;
  const comment = (message: string): string =>
    message
      .split('\n')
      .map((line) => `# ${line}`)
      .join('\n');
  const title = (current ?? reference).split('/').at(-1)!;
  const columns = columnFields(facts);
  const entries = Object.entries(columns).filter(([, value]) => value !== undefined);
  const rows = report.datasets.current.rows;
  const checks = (list: readonly object[]): string => list.map((check) => `\n      - ${flowYaml(check)}`).join('');
  const text = [
    comment(t('A driftbook: what is compared, how, and what is an alarm. Run it in an editor or a terminal.')),
    'version: 1',
    `title: ${flowYaml(title)}`,
    '',
    'datasets:',
    `  reference: ${flowYaml({ path: reference })}`,
    ...(current === null ? [`  ${comment(t('Put the path of the data of today here, such as prod/2026-*.parquet.'))}`] : []),
    `  current: ${flowYaml({ path: current ?? reference })}`,
    '',
    ...(entries.length === 0
      ? []
      : [
          comment(t('Which column is what, as it was found. What is not named is found anew each time.')),
          'columns:',
          ...entries.map(([key, value]) => `  ${key}:${afterKey(value, 2, false)}`),
          '',
        ]),
    ...(report.time?.column === null || report.time === null
      ? []
      : [comment(t('How the data are cut along time: hour, day, week, month, rows=N or count=N.')), `chunk: ${report.time.unit}`, '']),
    comment(t('Cells are run from top to bottom. A cell without checks alarms by its own rule.')),
    'cells:',
    `  - markdown: ${flowYaml(`# ${title}`, 'double')}`,
    '',
    '  - quality: {}',
    `    checks:${checks([{ measure: 'missing_share', max: missingLimit(report) }, ...(rows >= 20 ? [{ measure: 'rows', min: rounded(rows / 2) }] : [])])}`,
    '',
    '  - drift: {columns: all}',
    `    checks:${checks([{ measure: 'drifted_share', max: '30%', severity: gravest }])}`,
    ...(found === null ? [] : ['', ...evaluationCells(found, checks)]),
    '',
  ].join('\n');
  const [problem] = parseDriftbook(text).problems;
  if (problem !== undefined) throw new Error(`The driftbook that was written does not read: ${JSON.stringify(problem)}`);
  return text;
}

function evaluationCells(found: EvaluationColumns, checks: (list: readonly object[]) => string): string[] {
  if (found.target.column === null || found.target.open) return ['  - behaviour: {}'];
  const measured = found.task === 'binary' && found.score.column === null ? { measure: 'f1', max_drop: 0.02 } : firstChecks[found.task];
  return ['  - performance: {}', `    checks:${checks([{ ...measured, severity: gravest }])}`];
}

function columnFields({ columns: found, report, spec }: InitialFacts): Readonly<Record<string, unknown>> {
  const column = (pick: { readonly column: string | null } | undefined): string | undefined => pick?.column ?? undefined;
  const isBinary = found?.task === 'binary' && found.positive !== null && found.score.column !== null;
  const scores = isBinary
    ? [[found.positive!, found.score.column!] as const]
    : (found?.scores ?? []).map(({ label, column: of }) => [label, of] as const);
  const ignored = spec.columns?.ignore ?? [];
  return {
    target: found?.target.open ? undefined : column(found?.target),
    prediction: column(found?.prediction),
    score: isBinary ? undefined : column(found?.score),
    scores: scores.length === 0 ? undefined : Object.fromEntries(scores),
    user: column(found?.user),
    item: column(found?.item),
    timestamp: report.time?.column ?? undefined,
    ignore: ignored.length === 0 ? undefined : ignored,
  };
}

/** A bound a little above what is missing most in any column of either side, in whole per cent. */
function missingLimit(report: Report): string {
  const shares = columnsOf(report).flatMap(({ missing: { reference, current } }) => [reference, current].map(({ share }) => share));
  const most = shares.reduce((a, b) => Math.max(a, b), 0);
  return `${Math.min(100, Math.ceil(most * 100) + 5)}%`;
}

/** A number down to its first digit. */
function rounded(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Math.floor(value / unit) * unit;
}
