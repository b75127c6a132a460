import { called, fields, list, optional, orNull } from '../../spec/shape.ts';
import { cellKind, named } from '../cellKind.ts';
import { checkShape } from '../checkShape.ts';

const ofColumns = ['missing_share', 'missing_rows', 'distinct_values'];
const measures = [...ofColumns, 'rows', 'columns', 'duplicate_rows', 'duplicate_share'];

/** Rows, columns and what is missing. */
export const quality = cellKind({
  form: called(
    'QualityCell',
    fields({
      quality: orNull(fields({})),
      ...named,
      checks: optional(
        list(
          checkShape('QualityCheck', {
            measures,
            ofColumns,
            parts: ['columns', 'chunks'],
          }),
        ),
      ),
    }),
    'Rows, columns, and what is missing.',
  ),
  evaluates: false,
  sections: ['quality'],
  measures,
});
