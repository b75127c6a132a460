import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import { usePage } from '../report/pageContext.ts';
import type { SectionNumbers } from '../report/sectionNumbers.ts';
import { AttributionSection } from './attribution/attributionSection.tsx';
import { PerformanceSection } from './performance/performanceSection.tsx';
import { PredictionsSection } from './predictions/predictionsSection.tsx';

/** The sections on predictions: what they are, how good they are, and what the drift did to them. None in a comparison alone. */
export function EvaluationSections({ numbers }: { readonly numbers: SectionNumbers }): VNode | null {
  const { report, text } = usePage();
  const evaluation = useMemo(() => evaluationOf(report), [report]);
  const said = text.evaluation;
  if (!evaluation || !said) return null;
  return (
    <>
      <PredictionsSection number={numbers.predictions} evaluation={evaluation} said={said} />
      <PerformanceSection number={numbers.performance} evaluation={evaluation} said={said} />
      {evaluation.attribution !== null && (
        <AttributionSection number={numbers.attribution} evaluation={evaluation} attribution={evaluation.attribution} said={said} />
      )}
    </>
  );
}
