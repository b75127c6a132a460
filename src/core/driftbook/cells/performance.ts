import { catalogue } from '../../measures/registry.ts';
import { evaluateSpec } from '../../spec/evaluateSpec.ts';
import { called, choice, fieldOf, fields, list, number, optional, orNull } from '../../spec/shape.ts';
import { cellKind, named, present } from '../cellKind.ts';
import { checkShape } from '../checkShape.ts';

/** How good the predictions are. */
export const performance = cellKind({
  form: called(
    'PerformanceCell',
    fields({
      performance: orNull(
        fields({
          task: fieldOf(evaluateSpec, 'task'),
          positive: fieldOf(evaluateSpec, 'positive'),
          threshold: fieldOf(evaluateSpec, 'threshold'),
          k: fieldOf(evaluateSpec, 'k'),
          reference_is: optional(choice(['training', 'past']), {
            about: 'What the reference is: data the model was trained on, or predictions from when it was good.',
          }),
          costs: optional(fields({ false_positive: number(), false_negative: number() }), {
            about: 'What a wrong decision costs, in one unit.',
          }),
        }),
      ),
      ...named,
      checks: optional(
        list(
          checkShape('PerformanceCheck', {
            measures: Object.keys(catalogue),
            or: /^(?:mean|median|p95)\(.+\)$/,
            parts: ['slices', 'chunks'],
          }),
        ),
      ),
    }),
    'How good the predictions are, and what that is worth.',
  ),
  evaluates: true,
  sections: ['performance', 'resources', 'estimate', 'fairness'],
  measures: [...Object.keys(catalogue), 'mean', 'median', 'p95'],
  layer: ({ performance: asked }) => {
    const { task, positive, threshold, k, reference_is: referenceIs, costs } = asked ?? {};
    return {
      evaluate: {
        ...present({ task, positive, threshold, k, referenceIs }),
        ...(costs === undefined ? {} : { costs: { falsePositive: costs.false_positive, falseNegative: costs.false_negative } }),
      },
    };
  },
});
