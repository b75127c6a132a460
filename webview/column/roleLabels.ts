import type { PageLabelKey } from '../../src/core/sections/pageLabelKeys.ts';

/** Words of the page for roles; a role that is never looked at has none. */
export const roleLabels: Readonly<Record<string, PageLabelKey>> = {
  feature: 'roleFeature',
  target: 'roleTarget',
  prediction: 'rolePrediction',
  score: 'roleScore',
  timestamp: 'roleTime',
  id: 'roleIdentifier',
  segment: 'roleSegment',
  weight: 'roleWeight',
};
