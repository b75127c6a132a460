import type { Translate } from '../words/translate.ts';
import { aNumber, columnOrNone, costs, limits, names, namesOrNone, oneScore, scoreByClass } from './optionForms.ts';
import { byName, called, choice, fields, list, number, optional, orNull, text, whole } from './shape.ts';

export const evaluationTasks = ['binary', 'multiclass', 'regression', 'ranking'] as const;

const name = text();
const column = orNull(name);

const bounds = { min: optional(number()), max: optional(number()), maxDrop: optional(number({ least: 0 })) };

/** What is allowed of a measure. */
export const measureLimit = called(
  'MeasureLimit',
  fields(bounds, 'bounds'),
  'What is allowed of a measure, in its own unit; `maxDrop` is how much worse than reference it may be.',
);

/** An option of a part that a column plays. */
const part = (optionName: string, help: (t: Translate) => string) =>
  optional(column, { help, option: { name: optionName, takes: 'COLUMN', form: columnOrNone, group: 'columns', only: 'evaluate' } });

/** Predictions to evaluate: absent names are inferred, null says that there is no such column. */
export const evaluateSpec = called(
  'EvaluateSpec',
  fields({
    task: optional(called('EvaluationTask', choice(evaluationTasks)), {
      help: (t) => t('binary, multiclass, regression or ranking'),
      option: { name: 'task', takes: 'NAME', group: 'columns', only: 'evaluate' },
    }),
    target: part('target', (t) => t('True label or value; none: evaluate without labels')),
    prediction: part('prediction', (t) => t('Predicted label or value')),
    score: optional(column, {
      about: 'Binary: column of the score of the positive class. Ranking: what the lists are ordered by.',
      help: (t) => t('Score of the positive class, 0 to 1; ranking: what the lists are ordered by'),
      option: { name: 'score', takes: 'COLUMN', form: oneScore, group: 'columns', only: 'evaluate' },
    }),
    scores: optional(byName(name), {
      about: 'Multiclass: score column of each class.',
      help: (t) => t('Multiclass: score of one class; may be repeated'),
      option: { name: 'score', takes: 'CLASS=COLUMN', form: scoreByClass, group: 'columns', only: 'evaluate' },
    }),
    positive: optional(name, {
      about: 'Binary: the label that counts as positive.',
      help: (t) => t('The label that counts as positive'),
      option: { name: 'positive', takes: 'LABEL', group: 'columns', only: 'evaluate' },
    }),
    threshold: optional(number(), {
      about: 'Binary: scores from here on are predicted positive, where there is no prediction column.',
      help: (t) => t('Scores from here on are positive, where no prediction is given (default 0.5)'),
      option: { name: 'threshold', takes: 'X', form: aNumber, group: 'columns', only: 'evaluate' },
    }),
    user: part('user', (t) => t('Ranking: whose list a row belongs to')),
    item: part('item', (t) => t('Ranking: what was recommended')),
    relevance: part('relevance', (t) => t('Ranking: how good it was')),
    k: optional(whole(1), {
      help: (t) => t('Ranking: length of the lists that are judged'),
      option: { name: 'k', takes: 'N', form: aNumber, group: 'columns', only: 'evaluate' },
    }),
    referenceIs: optional(choice(['training', 'past']), {
      about: 'What the reference is: data the model was trained on, or predictions from when it was good. Absent: told by the file name.',
      help: (t) =>
        t(
          'training: the model was trained on it, differences are gaps; past: predictions from\nwhen the model was good. Else a file name such as train.csv tells',
        ),
      option: { name: 'reference-is', takes: 'WHAT', group: 'reference', only: 'evaluate' },
    }),
    segments: optional(list(name), {
      about: 'Columns whose slices are looked at; absent: all with few enough values.',
      help: (t) => t('Columns whose slices are searched; else all with few enough values'),
      option: { name: 'segments', takes: 'A,B', form: names, group: 'looked', only: 'evaluate' },
    }),
    groups: optional(list(name), {
      about: 'Columns whose groups are compared for fairness.',
      help: (t) => t('Columns whose groups are compared for fairness'),
      option: { name: 'groups', takes: 'A,B', form: names, group: 'looked', only: 'evaluate' },
    }),
    costs: optional(fields({ falsePositive: number(), falseNegative: number() }), {
      about: 'What a wrong decision costs, in one unit.',
      help: (t) => t('What a wrong decision costs'),
      option: { name: 'cost', takes: 'FP=N,FN=N', form: costs, group: 'looked', only: 'evaluate' },
    }),
    resources: optional(list(name), {
      about: 'Columns that say what training or predicting cost; absent: those whose name says so.',
      help: (t) =>
        t(
          'Columns of what was spent (training_seconds, latency_ms), shown as mean, median and 95 %\nquantile; else those whose names say so; none: none',
        ),
      option: { name: 'resource', takes: 'A,B', form: namesOrNone, group: 'looked', only: 'evaluate' },
    }),
    limits: optional(byName(measureLimit, 'limit'), {
      about: 'By code of the measure; `mean(COLUMN)`, `median(COLUMN)` and `p95(COLUMN)` of a resource.',
      help: (t) => t('A limit, such as roc_auc>=0.78, mae<=40, drop(f1)<=0.02 or p95(latency_ms)<=200;\nmay be repeated'),
      option: { name: 'require', takes: 'MEASURE>=X', form: limits, group: 'looked', only: 'evaluate' },
      setting: { name: 'measureLimits', order: 5, scope: 'resource', shape: byName(fields(bounds, 'someBounds'), 'measure') },
    }),
  }),
  'Predictions to evaluate: absent names are inferred, null says that there is no such column.',
);
