import type { AnySection, ResultOf, SectionKind, UncheckedSection } from '../report/section.ts';
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

type Deciding<K extends SectionKind> = (result: ResultOf<K>, sections: readonly UncheckedSection[]) => CheckResult[];

/** What is asked of each kind of section. One that alarms of nothing has no line. */
const deciding: { readonly [K in SectionKind]?: Deciding<K> } = {
  quality: (_, sections) => qualityChecks(columnsOf({ sections }), resultOf({ sections }, 'predictions')?.columns.target.column ?? null),
  drift: driftChecks,
  predictions: predictionsChecks,
  performance: performanceChecks,
  resources: ({ columns }) => resourcesChecks(columns),
  estimate: (result, sections) => estimateChecks(result, resultOf({ sections }, 'predictions')?.rows.current ?? { rows: 0, labelled: 0 }),
  slices: slicesChecks,
  fairness: ({ groups }) => fairnessChecks(groups),
  attribution: attributionChecks,
};

function checksIn({ kind, result }: UncheckedSection, sections: readonly UncheckedSection[]): CheckResult[] {
  // The line of a kind takes the result of that kind, which the type of a table cannot say of its lookup.
  const decide = deciding[kind] as Deciding<never> | undefined;
  return result === null || decide === undefined ? [] : decide(result as never, sections);
}
