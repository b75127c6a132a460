import type { EvaluationNote } from '../../../../report/note.ts';
import { rich } from '../../../../words/rich.ts';
import { type EvaluationRemark, strong } from './evaluationNoteParts.ts';

/** Remarks on the labels: missing ones, classes, spellings. */
export const labelRemarks = {
  no_labels: {
    warns: false,
    say: ({ t, name }) => {
      const who = name('column');
      return who === null
        ? rich(t, 'Current has no labels: measures cannot be computed, at most estimated.')
        : rich(t, 'Current has no labels ({0} is empty): measures cannot be computed, at most estimated.', who);
    },
  },
  no_reference_labels: {
    warns: false,
    say: ({ t }) => rich(t, 'Reference has no labels: measures stand alone, and nothing can be estimated.'),
  },
  some_labels_missing: {
    warns: false,
    say: ({ t, number, count, share }) =>
      number('rows') === 1
        ? rich(t, '1 row of current ({0}) has no label and is left out of the measures.', share)
        : rich(t, '{0} rows of current ({1}) have no label and are left out of the measures.', strong(count('rows')), share),
  },
  one_class: {
    warns: true,
    say: ({ t, where }) => rich(t, 'All labels in {0} are of one class: measures that need two are not defined.', where),
  },
  labels_differ_in_type: {
    warns: true,
    say: ({ t, name, where }) =>
      rich(
        t,
        'No value of {0} occurs in {1} ({2}): labels and predictions seem to be written differently.',
        name('target') ?? t('the target'),
        name('prediction') ?? t('the prediction'),
        where,
      ),
  },
  labels_matched: {
    warns: true,
    say: ({ t, text }) =>
      rich(
        t,
        'Labels are spelled differently in target and prediction, and were taken for the same: {0} as {1}.',
        strong(text('from', 120)),
        strong(text('to', 120)),
      ),
  },
  classes_absent: {
    warns: true,
    say: ({ t, text }) =>
      rich(
        t,
        'No label of current is {0}, as some of reference are: recall is not defined there, and means over classes are over those that occur.',
        strong(text('classes', 120)),
      ),
  },
  many_classes: {
    warns: false,
    say: ({ t, count }) =>
      rich(
        t,
        '{0} classes: pictures and tables show the {1} most frequent, the measures rest on all.',
        strong(count('classes')),
        count('shown'),
      ),
  },
} satisfies Partial<Record<EvaluationNote['code'], EvaluationRemark>>;
