import type { DataErrorCode } from '../../data/dataError.ts';
import { sayPlain } from '../sayPlain.ts';
import { type ErrorParts, type ErrorSentence, unknown } from './errorParts.ts';

/** Sentences on what an evaluation is made from: target, prediction, score, measures. */
export const modelErrors = {
  no_prediction_column: ({ t, file, found }) =>
    found === null
      ? sayPlain(t, '{0}: no column was found that holds predictions or scores. Name the column of the prediction or of the score.', file)
      : sayPlain(
          t,
          '{0}: no column was found that holds predictions or scores among {1}. Name the column of the prediction or of the score.',
          file,
          found,
        ),
  target_is_prediction: ({ t, file, column }) =>
    sayPlain(t, '{0}: column {1} cannot be both the target and the prediction. Choose another column for one of them.', file, column),
  target_open: targetOpen,
  labels_differ: ({ t, file, column, found, expected }) =>
    sayPlain(
      t,
      '{0}: no label of {1} ({2}) is one of the prediction {3}. Write both alike, name other columns (--target, --prediction), or judge the score alone (--prediction none).',
      file,
      column,
      found ?? unknown,
      expected ?? unknown,
    ),
  unknown_measure: ({ t, found }) => sayPlain(t, 'There is no measure {0}.', found ?? unknown),
} satisfies Partial<Record<DataErrorCode, ErrorSentence>>;

function targetOpen({ t, details, file, found }: ErrorParts): string {
  return sayPlain(
    t,
    '{0}: which column is the target? These fit nearly alike, by the {1}: {2}. Name it (--target COLUMN on the command line).',
    file,
    details.expected === 'r2' ? 'R²' : details.expected === 'kappa' ? t('Cohen’s kappa') : t('ROC AUC of the score'),
    found ?? unknown,
  );
}
