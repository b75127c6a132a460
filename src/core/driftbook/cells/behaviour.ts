import { called, fields, list, optional, orNull } from '../../spec/shape.ts';
import { cellKind, named } from '../cellKind.ts';
import { checkShape } from '../checkShape.ts';

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
            measures: ['positive_share', 'mean_score', 'mean_prediction', 'missing_share', 'psi', 'jensen_shannon'],
            parts: ['chunks'],
          }),
        ),
      ),
    }),
    'What the model predicts, whether it is right or not.',
  ),
  evaluates: true,
});
