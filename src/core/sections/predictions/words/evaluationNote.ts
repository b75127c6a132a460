import { formatCount } from '../../../format/count.ts';
import type { EvaluationNote } from '../../../report/note.ts';
import type { RichText } from '../../../report/richText.ts';
import { dataText } from '../../../words/dataText.ts';
import { nameText } from '../../../words/nameText.ts';
import { percentText } from '../../../words/percentText.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';

const warnings = new Set<EvaluationNote['code']>([
  'scores_outside_0_1',
  'one_class',
  'constant_prediction',
  'labels_differ_in_type',
  'labels_matched',
  'scores_not_cut',
  'classes_absent',
  'scores_not_matched',
  'negative_weights',
  'all_relevant',
  'part_failed',
]);

/** A remark on what could not be used, with its glyph: "◐" to look at, "·" to know. */
export function evaluationNote(note: EvaluationNote, t: Translate, locale: string): { readonly glyph: string; readonly text: RichText } {
  return { glyph: warnings.has(note.code) ? '◐' : '·', text: noteSentence(note, t, locale) };
}

function noteSentence({ code, side, values }: EvaluationNote, t: Translate, locale: string): RichText {
  const number = (key: string): number => (typeof values[key] === 'number' ? (values[key] as number) : 0);
  const column = (key = 'column'): RichText[number] | null => (typeof values[key] === 'string' ? nameText(values[key] as string) : null);
  const rows = { strong: formatCount(number('rows'), locale) };
  const one = number('rows') === 1;
  const share = percentText(number('share'), locale);
  const where = side === 'reference' ? t('reference') : t('current');
  const who = column();
  switch (code) {
    case 'no_labels':
      return who === null
        ? rich(t, 'Current has no labels: measures cannot be computed, at most estimated.')
        : rich(t, 'Current has no labels ({0} is empty): measures cannot be computed, at most estimated.', who);
    case 'no_reference_labels':
      return rich(t, 'Reference has no labels: measures stand alone, and nothing can be estimated.');
    case 'some_labels_missing':
      return one
        ? rich(t, '1 row of current ({0}) has no label and is left out of the measures.', share)
        : rich(t, '{0} rows of current ({1}) have no label and are left out of the measures.', rows, share);
    case 'scores_outside_0_1':
      return one
        ? rich(t, '1 score in {0} lies outside 0 to 1: measures that take scores as probabilities are not computed.', where)
        : rich(
            t,
            '{0} scores in {1} ({2}) lie outside 0 to 1: measures that take scores as probabilities are not computed.',
            rows,
            where,
            share,
          );
    case 'one_class':
      return rich(t, 'All labels in {0} are of one class: measures that need two are not defined.', where);
    case 'constant_prediction':
      return rich(t, 'Every prediction in {0} is the same.', where);
    case 'labels_differ_in_type':
      return rich(
        t,
        'No value of {0} occurs in {1} ({2}): labels and predictions seem to be written differently.',
        column('target') ?? t('the target'),
        column('prediction') ?? t('the prediction'),
        where,
      );
    case 'labels_matched':
      return rich(
        t,
        'Labels are spelled differently in target and prediction, and were taken for the same: {0} as {1}.',
        { strong: dataText(String(values.from ?? '–'), 120) },
        { strong: dataText(String(values.to ?? '–'), 120) },
      );
    case 'scores_not_cut':
      return rich(
        t,
        '{0} is not on the scale of probabilities, so that no score says what is predicted: name where it is cut (--threshold) or the prediction (--prediction). Measures of labels are left out.',
        who ?? t('The score'),
      );
    case 'classes_absent':
      return rich(
        t,
        'No label of current is {0}, as some of reference are: recall is not defined there, and means over classes are over those that occur.',
        { strong: dataText(String(values.classes ?? '–'), 120) },
      );
    case 'scores_not_matched':
      return rich(
        t,
        '{0} columns look like the scores of the classes ({1}), but their names say not which is which: name them with --score CLASS=COLUMN.',
        formatCount(number('n'), locale),
        dataText(String(values.columns ?? '–'), 200),
      );
    case 'infinite_values':
      return one
        ? rich(t, '1 row of {0} holds an infinite prediction, score or target and is left out.', where)
        : rich(t, '{0} rows of {1} hold an infinite prediction, score or target and are left out.', rows, where);
    case 'rows_sampled':
      return sampledSentence(values.by === 'users', number, t, locale);
    case 'negative_weights':
      return rich(t, 'Weights in {0} are negative or missing: rows count the same.', where);
    case 'many_classes':
      return rich(
        t,
        '{0} classes: pictures and tables show the {1} most frequent, the measures rest on all.',
        { strong: formatCount(number('classes'), locale) },
        formatCount(number('shown'), locale),
      );
    case 'no_scores':
      return rich(t, 'There are no scores: ROC AUC, calibration and estimates without labels are left out.');
    case 'users_without_relevant':
      return number('users') === 1
        ? rich(t, '1 of {0} users of current has no relevant item and is left out.', formatCount(number('of'), locale))
        : rich(
            t,
            '{0} of {1} users of current have no relevant item and are left out.',
            { strong: formatCount(number('users'), locale) },
            formatCount(number('of'), locale),
          );
    case 'all_relevant':
      return rich(
        t,
        'Every item counts as relevant ({0} is above 0 in all rows): only the order can be judged, by NDCG. A relevance of 0 marks what was not wanted.',
        who ?? t('the target'),
      );
    case 'training_reference':
      return values.by === 'file_name'
        ? rich(
            t,
            'By its file name the reference is training data: differences are gaps to training, and what is estimated from it is too favourable.',
          )
        : rich(t, 'The reference is training data: differences are gaps to training, and what is estimated from it is too favourable.');
    case 'part_failed':
      return rich(
        t,
        'One part could not be made ({0}): {1}',
        dataText(String(values.part ?? '–')),
        dataText(String(values.error ?? ''), 200),
      );
  }
}

function sampledSentence(byUser: boolean, number: (key: string) => number, t: Translate, locale: string): RichText {
  const count = (key: string) => ({ strong: formatCount(number(key), locale) });
  const [current, currentRows] = [count('current'), count('currentRows')];
  if (number('referenceRows') === 0) {
    return byUser
      ? rich(
          t,
          'Evaluated on {0} of {1} rows, the whole lists of users drawn by a hash: all of them do not fit the memory limit. Raise it to use every row.',
          current,
          currentRows,
        )
      : rich(
          t,
          'Evaluated on {0} of {1} rows, drawn evenly over the file: all of them do not fit the memory limit. Raise it to use every row.',
          current,
          currentRows,
        );
  }
  const [reference, referenceRows] = [count('reference'), count('referenceRows')];
  return byUser
    ? rich(
        t,
        'Evaluated on {0} of {1} reference rows and {2} of {3} current rows, the whole lists of users drawn by a hash: all of them do not fit the memory limit. Raise it to use every row.',
        reference,
        referenceRows,
        current,
        currentRows,
      )
    : rich(
        t,
        'Evaluated on {0} of {1} reference rows and {2} of {3} current rows, drawn evenly over the files: all of them do not fit the memory limit. Raise it to use every row.',
        reference,
        referenceRows,
        current,
        currentRows,
      );
}
