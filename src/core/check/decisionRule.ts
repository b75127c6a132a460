import type { ProfileName } from '../spec/spec.ts';
import { brokenEffect } from './columnEvidence.ts';
import type { DecisionRule } from './verdict.ts';

const base: DecisionRule = {
  profile: 'default',
  minRows: 30,
  q: 0.05,
  effect: 0.05,
  watchP: 0.05,
  maxDistinctAsCategory: 20,
  effectBins: 10,
  blockQ: 0.01,
  blockEffect: brokenEffect,
  slack: 0.02,
};

/**
 * Numbers of the decision rule of a profile. `default`: q ≤ 0.05 and at least 5 % of rows moved; `strict` (gates, schedules): q ≤ 0.01;
 * `sensitive`: at least 2 % of rows moved. Source: media/docs/calibration.md.
 */
export function decisionRule(profile: ProfileName): DecisionRule {
  switch (profile) {
    case 'default':
      return base;
    case 'strict':
      return { ...base, profile, q: 0.01 };
    case 'sensitive':
      return { ...base, profile, effect: 0.02 };
  }
}
