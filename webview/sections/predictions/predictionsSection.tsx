import type { VNode } from 'preact';
import { SideBySide } from '../../common/sideBySide.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { Section } from '../../report/section.tsx';
import type { EvaluationProps } from '../evaluationPage.ts';
import { BehaviourTable } from './behaviourTable.tsx';
import { BehaviourViews } from './behaviourViews.tsx';
import { EvaluationNotes } from './evaluationNotes.tsx';
import { PartChoices } from './partChoices.tsx';

/** Which column is what, and what the predictions look like by themselves. */
export function PredictionsSection({ number, evaluation, said }: EvaluationProps & { readonly number: number }): VNode {
  const page = usePage();
  return (
    <Section id="predictions" number={number} title={label(page, 'evPredictionsTitle')} say={said.predictions}>
      <PartChoices evaluation={evaluation} said={said} />
      <EvaluationNotes said={said} />
      <SideBySide
        room={560}
        first={said.behaviour.length > 0 && <BehaviourTable evaluation={evaluation} said={said} />}
        second={<BehaviourViews evaluation={evaluation} said={said} />}
      />
    </Section>
  );
}
