import type { AnySection, UncheckedSection } from '../report/section.ts';
import { columnsOf, resultOf } from '../report/sectionOf.ts';
import { attributionChecks } from './attributionChecks.ts';
import type { CheckResult } from './check.ts';
import { driftChecks } from './driftChecks.ts';
import { estimateChecks } from './estimateChecks.ts';
import { fairnessChecks } from './fairnessChecks.ts';
import { performanceChecks } from './performanceChecks.ts';
import { predictionsChecks } from './predictionsChecks.ts';
import { qualityChecks } from './qualityChecks.ts';
import { resourcesChecks } from './resourcesChecks.ts';
import { slicesChecks } from './slicesChecks.ts';

/**
 * Sections with the results of their checks: a pure function of what was found, the same for a report made now and for one that was kept before it had
 * checks. O(columns · chunks + measures · chunks).
 */
export function withChecks(sections: readonly UncheckedSection[]): AnySection[] {
  return sections.map((section) => ({ ...section, checks: checksIn(section, sections) }) as AnySection);
}

function checksIn(section: UncheckedSection, sections: readonly UncheckedSection[]): CheckResult[] {
  if (section.result === null) return [];
  const predictions = resultOf({ sections }, 'predictions');
  switch (section.kind) {
    case 'quality':
      return qualityChecks(columnsOf({ sections }), predictions?.columns.target.column ?? null);
    case 'drift':
      return driftChecks(section.result);
    case 'predictions':
      return predictionsChecks(section.result);
    case 'performance':
      return performanceChecks(section.result);
    case 'resources':
      return resourcesChecks(section.result.columns);
    case 'estimate':
      return estimateChecks(section.result, predictions?.rows.current ?? { rows: 0, labelled: 0 });
    case 'slices':
      return slicesChecks(section.result);
    case 'fairness':
      return fairnessChecks(section.result.groups);
    case 'attribution':
      return attributionChecks(section.result);
  }
}
