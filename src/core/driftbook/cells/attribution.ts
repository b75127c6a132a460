import { called, fields, list, optional, orNull } from '../../spec/shape.ts';
import { cellKind, named } from '../cellKind.ts';
import { checkShape } from '../checkShape.ts';

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
            measures: ['drift_effect', 'column_effect'],
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
});
