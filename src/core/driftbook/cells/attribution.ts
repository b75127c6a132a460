import { called, fields, list, optional, orNull } from '../../spec/shape.ts';
import { cellKind, named } from '../cellKind.ts';
import { checkShape } from '../checkShape.ts';

const measures = ['loss_change', 'column_effect'];

/** What the drift did to the model. */
export const attribution = cellKind({
  form: called(
    'AttributionCell',
    fields({
      attribution: orNull(fields({})),
      ...named,
      checks: optional(
        list(
          checkShape('AttributionCheck', {
            measures,
            ofColumns: ['column_effect'],
            parts: ['columns'],
          }),
        ),
      ),
    }),
    'What the drift did to the model.',
  ),
  needsReference: true,
  evaluates: true,
  sections: ['attribution'],
  measures,
});
