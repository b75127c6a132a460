import { driftMeasures } from '../../measures/drift/registry.ts';
import { profile } from '../../spec/comparisonSpec.ts';
import { called, choice, either, fields, list, optional, orNull, text } from '../../spec/shape.ts';
import { cellKind, named } from '../cellKind.ts';
import { checkShape } from '../checkShape.ts';

const ofColumns = ['share_moved', ...driftMeasures.map(({ id }) => id), 'missing_share', 'missing_change'];
const measures = ['drifted_share', 'drifted_columns', ...ofColumns];

/** Which columns moved. */
export const drift = cellKind({
  form: called(
    'DriftCell',
    fields({
      drift: orNull(
        fields({
          columns: optional(either(choice(['all']), list(text(1_000_000, 1))), { about: 'Columns that are compared: all, or a list.' }),
          profile: optional(profile, { about: 'How large and how certain a change must be before a column counts as drifted.' }),
        }),
      ),
      ...named,
      checks: optional(
        list(
          checkShape('DriftCheck', {
            measures,
            ofColumns,
            parts: ['columns', 'chunks'],
          }),
        ),
      ),
    }),
    'Which columns moved, and whether it matters.',
  ),
  needsReference: true,
  evaluates: false,
  sections: ['drift'],
  measures,
  layer: ({ drift: asked }) => ({
    ...(asked?.profile === undefined ? {} : { profile: asked.profile }),
    ...(asked?.columns === undefined || asked.columns === 'all' ? {} : { columns: { include: asked.columns as readonly string[] } }),
  }),
});
