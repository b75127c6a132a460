import { env, l10n, ThemeIcon } from 'vscode';
import type { EvaluationColumns, RankedTarget } from '../../core/report/evaluationColumns.ts';
import type { ColumnInspection } from '../../core/roles/inspectColumns.ts';
import { evaluationTasks } from '../../core/spec/evaluateSpec.ts';
import type { EvaluateSpec, EvaluationTask } from '../../core/spec/spec.ts';
import { translate } from '../editorTranslate.ts';
import { type Choice, pickOne } from '../window/pickOne.ts';
import { type ColumnPart, candidatesOf, type EvaluationPart, partsOfTask, pickOf } from './askedParts.ts';

/** Names of the parts, in the field's terms. */
function partName(part: EvaluationPart): string {
  switch (part) {
    case 'task':
      return l10n.t('Task');
    case 'target':
      return l10n.t('Target');
    case 'prediction':
      return l10n.t('Prediction');
    case 'score':
      return l10n.t('Score');
    case 'positive':
      return l10n.t('Positive class');
    case 'relevance':
      return l10n.t('Relevance');
    case 'user':
      return l10n.t('User');
    case 'item':
      return l10n.t('Item');
  }
}

/** A part and what plays it, in the sentence of the run. */
function played(part: EvaluationPart, value: string): string {
  switch (part) {
    case 'target':
      return l10n.t('target {0}', value);
    case 'prediction':
      return l10n.t('prediction {0}', value);
    case 'score':
      return l10n.t('score {0}', value);
    case 'positive':
      return l10n.t('positive {0}', value);
    case 'relevance':
      return l10n.t('relevance {0}', value);
    case 'user':
      return l10n.t('user {0}', value);
    case 'item':
      return l10n.t('item {0}', value);
    case 'task':
      return value;
  }
}

/** Texts of the words layer that the questions need; loaded with the first question. */
async function words() {
  const { taskText, pickText, languageOf, dataText, fitText } = await import('../../app/outputs.ts');
  const locale = languageOf(env.language);
  return {
    task: (task: EvaluationTask) => taskText(task, translate),
    why: (columns: EvaluationColumns, part: ColumnPart) => pickText(pickOf(columns, part), translate, locale),
    name: (name: string) => dataText(name),
    measured: (ranked: RankedTarget) => fitText(ranked, translate, locale),
  };
}

/** What plays a part now; null for nothing. */
function playing(columns: EvaluationColumns, part: EvaluationPart): string | null {
  if (part === 'task') return columns.task;
  return part === 'positive' ? columns.positive : pickOf(columns, part).column;
}

interface PartItem extends Choice {
  readonly part: EvaluationPart | 'run';
}

/** Shows what was taken for what, to run with it or to correct a part. Undefined when the question is dismissed. */
export async function askPart(inspection: ColumnInspection, title: string): Promise<EvaluationPart | 'run' | undefined> {
  const { columns } = inspection;
  const { task, why, name, measured } = await words();
  if (columns === null) {
    const unknown = (part: EvaluationPart): PartItem => ({ label: partName(part), description: l10n.t('not found'), part });
    const items = [unknown('prediction'), unknown('score'), unknown('task')];
    const placeholder = l10n.t('No column looks like a prediction. Choose the one that holds it.');
    return (await pickOne(items, { title, placeholder }))?.part;
  }
  const parts = partsOfTask(columns.task);
  const sentence = parts.flatMap((part) => {
    const value = part === 'task' ? null : playing(columns, part);
    return value === null ? [] : [played(part, name(value))];
  });
  const scores = columns.scores.map(({ column }) => name(column));
  if (scores.length > 0) sentence.push(l10n.t('scores {0}', scores.join(', ')));
  if (columns.target.column === null && !columns.target.open)
    sentence.push(l10n.t('no target: how good the predictions are cannot be measured'));
  // Where two columns fit alike the target is asked for first: nothing is preselected.
  const run: PartItem = columns.target.open
    ? {
        label: l10n.t('Choose the target: these columns fit nearly alike'),
        icon: new ThemeIcon('question'),
        detail: columns.target.ranked
          .slice(0, 2)
          .map((one) => `${name(one.column)} (${measured(one)})`)
          .join(', '),
        part: 'target',
      }
    : {
        label: l10n.t('Evaluate as {0}', task(columns.task)),
        icon: new ThemeIcon('play'),
        detail: sentence.join(', '),
        part: 'run',
      };
  const rows = parts.map((part): PartItem => {
    if (part === 'task') return { label: partName(part), description: task(columns.task), part };
    if (part === 'positive')
      return { label: partName(part), description: columns.positive === null ? l10n.t('none') : name(columns.positive), part };
    return { label: partName(part), description: why(columns, part) || l10n.t('none'), part };
  });
  const separator = { label: l10n.t('Correct'), heading: true, part: 'run' } as const;
  const placeholder = l10n.t('Run with what was found, or correct a part of it');
  return (await pickOne<PartItem>([run, separator, ...rows], { title, placeholder }))?.part;
}

interface ValueItem extends Choice {
  /** Null: none; undefined: found by itself. */
  readonly value: string | null | undefined;
}

/** Asks what plays a part. Undefined when the question is dismissed, else the choice: a name, null for none, undefined for what is found by itself. */
export async function askValue(
  inspection: ColumnInspection,
  part: EvaluationPart,
  chosen: EvaluateSpec,
): Promise<{ readonly value: string | null | undefined } | undefined> {
  const { task, name, measured } = await words();
  const now = inspection.columns && playing(inspection.columns, part);
  const item = (value: string, label: string): ValueItem => ({
    label,
    ...(value === now ? { description: l10n.t('now'), icon: new ThemeIcon('check') } : {}),
    value,
  });
  const fitOf = (value: string): { readonly detail?: string } => {
    const ranked = part === 'target' ? inspection.columns?.target.ranked.find(({ column }) => column === value) : undefined;
    return ranked === undefined ? {} : { detail: measured(ranked) };
  };
  const values: readonly ValueItem[] =
    part === 'task'
      ? evaluationTasks.map((value) => item(value, task(value)))
      : part === 'positive'
        ? inspection.labels.map((value) => item(value, name(value)))
        : candidatesOf(inspection, part).map((value) => ({ ...item(value, name(value)), ...fitOf(value) }));
  const none: ValueItem[] =
    part === 'target'
      ? [
          {
            label: l10n.t('None'),
            detail: l10n.t('Evaluate without true labels: how the predictions behave, and an estimate of how good they are'),
            value: null,
          },
        ]
      : part === 'prediction' || part === 'score'
        ? [{ label: l10n.t('None'), value: null }]
        : [];
  const again: ValueItem[] = chosen[part] === undefined ? [] : [{ label: l10n.t('Find by itself again'), value: undefined }];
  const picked = await pickOne([...values, ...none, ...again], { title: partName(part), matchAll: true });
  return picked && { value: picked.value };
}
