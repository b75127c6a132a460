import { driftMeasures } from '../../../measures/drift/registry.ts';
import type { DriftMeasureText } from '../../../report/driftMeasureText.ts';
import type { Translate } from '../../../words/translate.ts';

/** The measures of drift in their order, as the page shows them. */
export function driftMeasureTexts(t: Translate): DriftMeasureText[] {
  return driftMeasures.map((measure) => ({
    key: measure.key,
    field: measure.field,
    p: measure.p ?? null,
    named: measure.named ?? null,
    grows: measure.unit === 'statistic',
    everywhere: measure.of.length > 1,
    tests: measure.tests,
    fullColour: measure.fullColour,
    name: measure.name(t),
    short: measure.short(t),
    spoken: (measure.spoken ?? measure.name)(t),
  }));
}
