import { called, fields, list, optional, text, written } from '../../spec/shape.ts';
import { cellKind, named } from '../cellKind.ts';
import { checkShape } from '../checkShape.ts';

/** A rule of the business: what a query says of current, and the same of reference. */
export const sql = cellKind({
  form: called(
    'SqlCell',
    fields({
      sql: fields({
        name: written(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'rejects'),
        query: text(100_000, 1),
      }),
      ...named,
      // What it measures are the columns of its result.
      checks: optional(list(checkShape('SqlCheck', { measures: [], parts: ['by'] }))),
    }),
    'A read-only query on the declared datasets; each column of its result is a measure.',
  ),
  evaluates: false,
  sections: [],
  measures: [],
});
