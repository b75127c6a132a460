import type { SpecLayer } from '../spec/comparisonSpec.ts';
import { specLayer } from '../spec/comparisonSpec.ts';
import { evaluateSpec } from '../spec/evaluateSpec.ts';
import { byName, called, fieldOf, fields, number, optional, type Shape, text } from '../spec/shape.ts';

const asked = fieldOf(specLayer, 'columns').optional as Shape<NonNullable<SpecLayer['columns']>>;

/** Which column is what; absent names are inferred, null says that there is no such column. */
export const columnsShape = called(
  'Columns',
  fields({
    target: fieldOf(evaluateSpec, 'target'),
    prediction: fieldOf(evaluateSpec, 'prediction'),
    score: fieldOf(evaluateSpec, 'score'),
    scores: optional(byName(text(1_000_000, 1)), {
      about: 'Score column of each class; one alone is that of the positive class.',
    }),
    user: fieldOf(evaluateSpec, 'user'),
    item: fieldOf(evaluateSpec, 'item'),
    relevance: fieldOf(evaluateSpec, 'relevance'),
    segments: fieldOf(evaluateSpec, 'segments'),
    groups: fieldOf(evaluateSpec, 'groups'),
    resources: fieldOf(evaluateSpec, 'resources'),
    timestamp: fieldOf(asked, 'timestamp'),
    group: fieldOf(asked, 'group'),
    include: fieldOf(asked, 'include'),
    ignore: fieldOf(asked, 'ignore'),
    roles: fieldOf(asked, 'roles'),
    types: fieldOf(asked, 'types'),
    limits: fieldOf(asked, 'limits'),
    importance: optional(byName(number({ least: 0 })), {
      about: 'How much a column counts in the overall score; unnamed columns count 1.',
    }),
  }),
  'Which column is what; absent names are inferred, null says that there is no such column.',
);
