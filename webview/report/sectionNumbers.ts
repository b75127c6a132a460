import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import type { Spoken } from './pageContext.ts';

const order = ['schema', 'drift', 'columns', 'predictions', 'performance', 'attribution', 'computed'] as const;

/** Number of each section in the order of the page; 0: it is not shown. */
export type SectionNumbers = Readonly<Record<(typeof order)[number], number>>;

/**
 * The sections a report has. Predictions evaluated by themselves have nothing to compare; predictions without labels have no performance,
 * only what is estimated of it.
 */
export function sectionNumbers({ report, text }: Pick<Spoken, 'report' | 'text'>): SectionNumbers {
  const compared = report.datasets.reference !== null;
  // Reports kept by versions that did not evaluate have neither.
  const evaluation = evaluationOf(report) ?? null;
  const evaluated = evaluation !== null && (text.evaluation ?? null) !== null;
  const shown: Readonly<Record<(typeof order)[number], boolean>> = {
    schema: compared || text.notes.length > 0,
    drift: compared,
    columns: compared,
    predictions: evaluated,
    performance: evaluated,
    attribution: evaluated && evaluation?.attribution !== null,
    computed: true,
  };
  let last = 0;
  const numbered = order.map((name) => [name, shown[name] ? ++last : 0] as const);
  return Object.fromEntries(numbered) as SectionNumbers;
}
