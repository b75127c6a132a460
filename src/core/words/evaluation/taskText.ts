import type { EvaluationTask } from '../../report/spec.ts';
import type { Translate } from '../translate.ts';

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
