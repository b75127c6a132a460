import type { EvaluationNote } from '../../../../report/note.ts';
import { rich } from '../../../../words/rich.ts';
import { type EvaluationRemark, strong } from './evaluationNoteParts.ts';

/** Remarks on scores and predictions. */
export const scoreRemarks = {
  scores_outside_0_1: {
    warns: true,
    say: ({ t, number, count, where, share }) =>
      number('rows') === 1
        ? rich(t, '1 score in {0} lies outside 0 to 1: measures that take scores as probabilities are not computed.', where)
        : rich(
            t,
            '{0} scores in {1} ({2}) lie outside 0 to 1: measures that take scores as probabilities are not computed.',
            strong(count('rows')),
            where,
            share,
          ),
  },
  constant_prediction: {
    warns: true,
    say: ({ t, where }) => rich(t, 'Every prediction in {0} is the same.', where),
  },
  scores_not_cut: {
    warns: true,
    say: ({ t, name }) =>
      rich(
        t,
        '{0} is not on the scale of probabilities, so that no score says what is predicted: name where it is cut (--threshold) or the prediction (--prediction). Measures of labels are left out.',
        name('column') ?? t('The score'),
      ),
  },
  scores_not_matched: {
    warns: true,
    say: ({ t, count, text }) =>
      rich(
        t,
        '{0} columns look like the scores of the classes ({1}), but their names say not which is which: name them with --score CLASS=COLUMN.',
        count('n'),
        text('columns', 200),
      ),
  },
  no_scores: {
    warns: false,
    say: ({ t }) => rich(t, 'There are no scores: ROC AUC, calibration and estimates without labels are left out.'),
  },
} satisfies Partial<Record<EvaluationNote['code'], EvaluationRemark>>;
