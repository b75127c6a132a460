import type { VNode } from 'preact';
import type { EvaluationText } from '../../../src/core/report/evaluationText.ts';
import type { PageLabelKey } from '../../../src/core/sections/pageLabelKeys.ts';
import type { PredictionsResult } from '../../../src/core/sections/predictions/result.ts';
import type { EvaluateSpec, EvaluationTask } from '../../../src/core/spec/spec.ts';
import { label, usePage } from '../../report/pageContext.ts';
import { PartChoice } from './partChoice.tsx';

const found = 'auto';
const none = 'none';
/** Before names, so that a column called "none" is a column. */
const prefix = 'name ';

const tasks: Readonly<Record<EvaluationTask, PageLabelKey>> = {
  binary: 'evTaskBinary',
  multiclass: 'evTaskMulticlass',
  regression: 'evTaskRegression',
  ranking: 'evTaskRanking',
};

type Part = 'target' | 'prediction' | 'score' | 'user' | 'item';
const partLabels: Readonly<Record<Part, PageLabelKey>> = {
  target: 'evTarget',
  prediction: 'evPrediction',
  score: 'evScoreColumn',
  user: 'evUser',
  item: 'evItem',
};

/** The parts of a task that a column plays. */
const partsOf: Readonly<Record<EvaluationTask, readonly Part[]>> = {
  binary: ['target', 'prediction', 'score'],
  multiclass: ['target', 'prediction'],
  regression: ['target', 'prediction'],
  ranking: ['user', 'item', 'score', 'target'],
};

interface PartProps {
  readonly predictions: PredictionsResult;
  readonly said: EvaluationText;
}

/** Runs again with a part of the evaluation chosen; undefined: as it is found. */
type Rerun = (key: keyof EvaluateSpec, value: string | null | undefined) => void;

/** Which column is what, why it was taken for it, and other choices: the report runs again with what is chosen. */
export function PartChoices({ predictions, said }: PartProps): VNode {
  const page = usePage();
  const { columns } = predictions;
  const given: EvaluateSpec = page.report.spec.evaluate ?? {};
  const rerun: Rerun = (key, value) => {
    const { [key]: _replaced, ...others } = given;
    page.ask('rerun', { evaluate: value === undefined ? others : ({ ...others, [key]: value } as EvaluateSpec) });
  };
  return (
    <div class="parts">
      <TaskChoice predictions={predictions} said={said} rerun={rerun} />
      {partsOf[columns.task].map((part) => (
        <ColumnChoice key={part} part={part} given={given} predictions={predictions} said={said} rerun={rerun} />
      ))}
      {columns.task === 'binary' && columns.positive !== null && (
        <PositiveChoice positive={columns.positive} given={given} classes={predictions.classes} rerun={rerun} />
      )}
      {columns.scores.length > 0 && (
        <div class="part">
          <span class="part-name">{label(page, 'evScores')}</span>
          <span class="part-column">{columns.scores.map(({ column }) => column).join(', ')}</span>
        </div>
      )}
    </div>
  );
}

function TaskChoice({ predictions, said, rerun }: PartProps & { readonly rerun: Rerun }): VNode {
  const page = usePage();
  const { task, taskGiven } = predictions.columns;
  const automatic = label(page, 'chunkAuto');
  return (
    <PartChoice
      name={label(page, 'evTask')}
      shown={said.task}
      value={taskGiven ? prefix + task : found}
      options={[
        { value: found, text: taskGiven ? automatic : `${said.task} · ${automatic}` },
        ...(Object.keys(tasks) as EvaluationTask[]).map((name) => ({ value: prefix + name, text: label(page, tasks[name]) })),
      ]}
      onChange={(value) => rerun('task', value === found ? undefined : value.slice(prefix.length))}
    />
  );
}

interface ColumnChoiceProps extends PartProps {
  readonly part: Part;
  readonly given: EvaluateSpec;
  readonly rerun: Rerun;
}

function ColumnChoice({ part, given, predictions, said, rerun }: ColumnChoiceProps): VNode {
  const page = usePage();
  const automatic = label(page, 'chunkAuto');
  const { column, alternatives } = predictions.columns[part];
  const isGiven = Object.hasOwn(given, part) && given[part] !== undefined;
  const names = [...(column === null ? [] : [column]), ...alternatives.filter((name) => name !== column)];
  const shown = column ?? label(page, 'evNoColumn');
  return (
    <PartChoice
      name={label(page, partLabels[part])}
      shown={shown}
      why={said.evidence[part]}
      value={isGiven ? (column === null ? none : prefix + column) : found}
      options={[
        { value: found, text: isGiven ? automatic : `${shown} · ${automatic}` },
        { value: none, text: label(page, 'evNoColumn') },
        ...names.map((name) => ({ value: prefix + name, text: name })),
      ]}
      onChange={(value) => rerun(part, value === found ? undefined : value === none ? null : value.slice(prefix.length))}
    />
  );
}

interface PositiveChoiceProps {
  readonly positive: string;
  readonly given: EvaluateSpec;
  readonly classes: readonly string[];
  readonly rerun: Rerun;
}

function PositiveChoice({ positive, given, classes, rerun }: PositiveChoiceProps): VNode {
  const page = usePage();
  const automatic = label(page, 'chunkAuto');
  return (
    <PartChoice
      name={label(page, 'evPositive')}
      shown={positive}
      value={given.positive === undefined ? found : prefix + positive}
      options={[
        { value: found, text: given.positive === undefined ? `${positive} · ${automatic}` : automatic },
        ...classes.map((name) => ({ value: prefix + name, text: name })),
      ]}
      onChange={(value) => rerun('positive', value === found ? undefined : value.slice(prefix.length))}
    />
  );
}
