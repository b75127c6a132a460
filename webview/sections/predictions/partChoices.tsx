import type { VNode } from 'preact';
import type { PageLabelKey } from '../../../src/core/sections/pageLabelKeys.ts';
import type { EvaluateSpec, EvaluationTask } from '../../../src/core/spec/spec.ts';
import { Dropdown } from '../../common/controls.ts';
import { label, usePage } from '../../report/pageContext.ts';
import type { EvaluationProps } from '../evaluationPage.ts';

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

/** Which column is what, why it was taken for it, and other choices: the report runs again with what is chosen. */
export function PartChoices({ evaluation, said }: EvaluationProps): VNode {
  const page = usePage();
  const { columns, classes } = evaluation;
  const given: EvaluateSpec = page.report.spec.evaluate ?? {};
  const rerun = (key: keyof EvaluateSpec, value: string | null | undefined): void => {
    const { [key]: _replaced, ...others } = given;
    page.ask('rerun', { evaluate: value === undefined ? others : ({ ...others, [key]: value } as EvaluateSpec) });
  };
  const { task } = columns;
  const parts: readonly Part[] =
    task === 'ranking'
      ? ['user', 'item', 'score', 'target']
      : task === 'binary'
        ? ['target', 'prediction', 'score']
        : ['target', 'prediction'];
  const automatic = label(page, 'chunkAuto');
  return (
    <div class="parts">
      <Choice
        name={label(page, 'evTask')}
        shown={said.task}
        value={columns.taskGiven ? prefix + task : found}
        options={[
          { value: found, text: columns.taskGiven ? automatic : `${said.task} · ${automatic}` },
          ...(Object.keys(tasks) as EvaluationTask[]).map((name) => ({ value: prefix + name, text: label(page, tasks[name]) })),
        ]}
        onChange={(value) => rerun('task', value === found ? undefined : value.slice(prefix.length))}
      />
      {parts.map((part) => {
        const { column, alternatives } = columns[part];
        const isGiven = Object.hasOwn(given, part) && given[part] !== undefined;
        const names = [...(column === null ? [] : [column]), ...alternatives.filter((name) => name !== column)];
        const shown = column ?? label(page, 'evNoColumn');
        return (
          <Choice
            key={part}
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
      })}
      {task === 'binary' && columns.positive !== null && (
        <Choice
          name={label(page, 'evPositive')}
          shown={columns.positive}
          value={given.positive === undefined ? found : prefix + columns.positive}
          options={[
            { value: found, text: given.positive === undefined ? `${columns.positive} · ${automatic}` : automatic },
            ...classes.map((name) => ({ value: prefix + name, text: name })),
          ]}
          onChange={(value) => rerun('positive', value === found ? undefined : value.slice(prefix.length))}
        />
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

interface ChoiceProps {
  readonly name: string;
  readonly shown: string;
  readonly why?: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
}

/** One part: what plays it, and why. A report without a host says it; with one it can be changed. */
function Choice({ name, shown, why = '', value, options, onChange }: ChoiceProps): VNode {
  const page = usePage();
  return (
    <div class="part" title={why}>
      <span class="part-name" aria-hidden={page.hosted}>
        {name}
      </span>
      {page.hosted ? (
        <Dropdown label={name} value={value} options={options} onChange={onChange} />
      ) : (
        <span class="part-column">{shown}</span>
      )}
      {why !== '' && <span class="part-why">{why}</span>}
    </div>
  );
}
