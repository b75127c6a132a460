import type { VNode } from 'preact';
import { resultOf } from '../../../src/core/report/sectionOf.ts';
import { SideBySide } from '../../common/sideBySide.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { Section } from '../../report/sectionFrame.tsx';
import { evaluationTextOf } from '../evaluationPage.ts';
import type { SectionViewProps } from '../sectionView.ts';
import { BehaviourTable } from './behaviourTable.tsx';
import { BehaviourViews } from './behaviourViews.tsx';
import { PartChoices } from './partChoices.tsx';
import { RemarksList } from './remarksList.tsx';

/** Which column is what, and what the predictions look like by themselves. */
export function PredictionsSection({ number }: SectionViewProps): VNode | null {
  const page = usePage();
  const said = evaluationTextOf(page);
  const predictions = resultOf(page.report, 'predictions');
  if (said === null || predictions === null) return null;
  const curves = resultOf(page.report, 'performance')?.curves ?? null;
  return (
    <Section id="predictions" number={number} title={label(page, 'evPredictionsTitle')} say={said.predictions}>
      <PartChoices predictions={predictions} said={said} />
      <RemarksList notes={said.notes} />
      <SideBySide
        room={560}
        first={said.behaviour.length > 0 && <BehaviourTable behaviour={predictions.behaviour} rows={said.behaviour} />}
        second={<BehaviourViews predictions={predictions} curves={curves} />}
      />
    </Section>
  );
}
