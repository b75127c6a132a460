import type { EvaluationNote } from '../../../../report/note.ts';
import type { RichText } from '../../../../report/richText.ts';
import { dataText } from '../../../../words/dataText.ts';
import { rich } from '../../../../words/rich.ts';
import { type EvaluationNoteParts, type EvaluationRemark, strong } from './evaluationNoteParts.ts';

/** Remarks on rows: which were left out or drawn, how they count, where they are from, and what broke over them. */
export const rowRemarks = {
  infinite_values: {
    warns: false,
    say: ({ t, number, count, where }) =>
      number('rows') === 1
        ? rich(t, '1 row of {0} holds an infinite prediction, score or target and is left out.', where)
        : rich(t, '{0} rows of {1} hold an infinite prediction, score or target and are left out.', strong(count('rows')), where),
  },
  rows_sampled: { warns: false, say: (parts) => (parts.number('referenceRows') === 0 ? currentSampled(parts) : bothSampled(parts)) },
  negative_weights: {
    warns: true,
    say: ({ t, where }) => rich(t, 'Weights in {0} are negative or missing: rows count the same.', where),
  },
  users_without_relevant: {
    warns: false,
    say: ({ t, number, count }) =>
      number('users') === 1
        ? rich(t, '1 of {0} users of current has no relevant item and is left out.', count('of'))
        : rich(t, '{0} of {1} users of current have no relevant item and are left out.', strong(count('users')), count('of')),
  },
  all_relevant: {
    warns: true,
    say: ({ t, name }) =>
      rich(
        t,
        'Every item counts as relevant ({0} is above 0 in all rows): only the order can be judged, by NDCG. A relevance of 0 marks what was not wanted.',
        name('column') ?? t('the target'),
      ),
  },
  training_reference: {
    warns: false,
    say: ({ t, values }) =>
      values.by === 'file_name'
        ? rich(
            t,
            'By its file name the reference is training data: differences are gaps to training, and what is estimated from it is too favourable.',
          )
        : rich(t, 'The reference is training data: differences are gaps to training, and what is estimated from it is too favourable.'),
  },
  part_failed: {
    warns: true,
    say: ({ t, values, text }) => rich(t, 'One part could not be made ({0}): {1}', text('part'), dataText(String(values.error ?? ''), 200)),
  },
} satisfies Partial<Record<EvaluationNote['code'], EvaluationRemark>>;

function currentSampled({ t, values, count }: EvaluationNoteParts): RichText {
  const counts = [strong(count('current')), strong(count('currentRows'))] as const;
  return values.by === 'users'
    ? rich(
        t,
        'Evaluated on {0} of {1} rows, the whole lists of users drawn by a hash: all of them do not fit the memory limit. Raise it to use every row.',
        ...counts,
      )
    : rich(
        t,
        'Evaluated on {0} of {1} rows, drawn evenly over the file: all of them do not fit the memory limit. Raise it to use every row.',
        ...counts,
      );
}

function bothSampled({ t, values, count }: EvaluationNoteParts): RichText {
  const counts = (['reference', 'referenceRows', 'current', 'currentRows'] as const).map((key) => strong(count(key)));
  return values.by === 'users'
    ? rich(
        t,
        'Evaluated on {0} of {1} reference rows and {2} of {3} current rows, the whole lists of users drawn by a hash: all of them do not fit the memory limit. Raise it to use every row.',
        ...counts,
      )
    : rich(
        t,
        'Evaluated on {0} of {1} reference rows and {2} of {3} current rows, drawn evenly over the files: all of them do not fit the memory limit. Raise it to use every row.',
        ...counts,
      );
}
