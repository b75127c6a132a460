import { called, fields, list, optional, orNull } from '../../spec/shape.ts';
import { cellKind, named } from '../cellKind.ts';
import { checkShape } from '../checkShape.ts';

/** What of the predictions is measured: the codes of their section. */
const measures = [
  'positive_share',
  'mean_score',
  'mean_prediction',
  'mean_confidence',
  'mean_margin',
  'low_confidence',
  'entropy',
  'top_share',
  'missing_predictions',
  'abnormal_predictions',
];

/** What the model says, whether it is right or not. */
export const behaviour = cellKind({
  form: called(
    'BehaviourCell',
    fields({
      behaviour: orNull(fields({})),
      ...named,
      checks: optional(
        list(
          checkShape('BehaviourCheck', {
            measures,
            parts: [],
          }),
        ),
      ),
    }),
    'What the model predicts, whether it is right or not.',
  ),
  evaluates: true,
  sections: ['predictions'],
  measures,
});
