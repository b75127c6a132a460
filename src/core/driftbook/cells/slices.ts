import { called, fields, list, optional, orNull, text } from '../../spec/shape.ts';
import { cellKind, named } from '../cellKind.ts';
import { checkShape } from '../checkShape.ts';

/** What slices are searched by. */
const measures = ['error_rate', 'absolute_error', 'log_loss'];

/** Where the model is weak. */
export const slices = cellKind({
  form: called(
    'SlicesCell',
    fields({
      slices: orNull(
        fields({
          columns: optional(list(text(1_000_000, 1)), { about: 'Columns whose slices are looked at; absent: the segments of the file.' }),
        }),
      ),
      ...named,
      checks: optional(list(checkShape('SlicesCheck', { measures, parts: ['slices', 'chunks'] }))),
    }),
    'Where the model is weak.',
  ),
  evaluates: true,
  sections: ['slices'],
  measures,
  layer: ({ slices: asked }) => (asked?.columns === undefined ? {} : { evaluate: { segments: asked.columns } }),
});
