import type { EvaluationTask } from '../../../spec/spec.ts';
import type { Translate } from '../../../words/translate.ts';

/** "binary classification". */
export function taskText(task: EvaluationTask, t: Translate): string {
  switch (task) {
    case 'binary':
      return t('binary classification');
    case 'multiclass':
      return t('classification into several classes');
    case 'regression':
      return t('regression');
    case 'ranking':
      return t('ranking');
  }
}
