import type { VNode } from 'preact';
import { SideBySide } from '../../common/sideBySide.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { Section } from '../../report/section.tsx';
import { EstimateBlock } from '../estimate/estimateBlock.tsx';
import { type EvaluationProps, navigation } from '../evaluationPage.ts';
import { FairnessBlock } from '../fairness/fairnessBlock.tsx';
import { ResourcesBlock } from '../resources/resourcesBlock.tsx';
import { SlicesBlock } from '../slices/slicesBlock.tsx';
import { MeasureDetails } from './measureDetails.tsx';
import { measureKey } from './measureKey.ts';
import { MeasuresTable } from './measuresTable.tsx';

/** How good the predictions are: measures, their pictures, estimates without labels, the worst slices and the fairness of groups. */
export function PerformanceSection({ number, evaluation, said }: EvaluationProps & { readonly number: number }): VNode {
  const page = usePage();
  const { measures } = evaluation;
  const wished = navigation(page).measure;
  const at = Math.max(
    0,
    measures.findIndex((row) => measureKey(row) === wished),
  );
  const row = measures[at];
  return (
    <Section id="performance" number={number} title={label(page, 'evPerformanceTitle')} say={said.performance}>
      {row !== undefined && (
        <SideBySide
          room={measures.some(({ change }) => change?.rowsNeeded != null) ? 830 : 740}
          first={<MeasuresTable evaluation={evaluation} said={said} chosen={measureKey(row)} />}
          second={<MeasureDetails evaluation={evaluation} said={said} row={row} text={said.measures[at]!} />}
        />
      )}
      <ResourcesBlock evaluation={evaluation} said={said} />
      <EstimateBlock evaluation={evaluation} said={said} />
      <SlicesBlock evaluation={evaluation} said={said} />
      <FairnessBlock evaluation={evaluation} said={said} />
    </Section>
  );
}
