import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { EvaluationText } from '../../../src/core/report/evaluationText.ts';
import { resultOf } from '../../../src/core/report/sectionOf.ts';
import { conceptChart } from '../../../src/core/sections/attribution/charts/conceptChart.ts';
import { conceptDifferenceChart } from '../../../src/core/sections/attribution/charts/conceptDifferenceChart.ts';
import { effectsChart } from '../../../src/core/sections/attribution/charts/effectsChart.ts';
import type { Attribution } from '../../../src/core/sections/attribution/result.ts';
import { changeNumber } from '../../common/changeNumber.ts';
import { lossName } from '../../common/lossName.ts';
import { SideBySide } from '../../common/sideBySide.tsx';
import { ChartWithTable } from '../../report/chartWithTable.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { Section } from '../../report/sectionFrame.tsx';
import { evaluationTextOf } from '../evaluationPage.ts';
import type { SectionViewProps } from '../sectionView.ts';
import { AttributionTable } from './attributionTable.tsx';
import { EvidenceTable } from './evidenceTable.tsx';

/** Columns in the picture; the table has them all. */
const pictured = 12;

interface AttributionProps extends SectionViewProps {
  readonly attribution: Attribution;
  readonly said: EvaluationText;
}

/** What the drift did to the error: how much comes from other rows, how much from being worse on the same, and what changed. */
export function AttributionSection({ number }: SectionViewProps): VNode | null {
  const page = usePage();
  const said = evaluationTextOf(page);
  const attribution = resultOf(page.report, 'attribution');
  return said === null || attribution === null ? null : <AttributionOf number={number} attribution={attribution} said={said} />;
}

function AttributionOf({ number, attribution, said }: AttributionProps): VNode {
  const page = usePage();
  const { words } = page;
  const { concept, covariate, measure, rows } = attribution;
  const regression = resultOf(page.report, 'predictions')?.columns.task === 'regression';
  const charts = useMemo(() => {
    const name = label(page, measure === 'error_rate' ? 'evChangePoints' : 'evChangeOf', lossName(page, measure));
    return {
      effects: rows.length === 0 ? null : effectsChart(rows.slice(0, pictured), name, changeNumber(attribution, words.locale), words),
      concept: concept.bins.length === 0 ? null : (regression ? conceptDifferenceChart : conceptChart)(concept.bins, words),
    };
  }, [attribution, words, regression]);
  return (
    <Section id="attribution" number={number} title={label(page, 'evAttributionTitle')} say={said.attribution}>
      <SideBySide
        room={600}
        first={
          <>
            {charts.effects !== null && <ChartWithTable chart={charts.effects} name="mix-and-rate" />}
            {rows.length > 0 && <AttributionTable attribution={attribution} conditions={said.conditions} />}
          </>
        }
        second={
          <div class="details">
            <h3>{label(page, 'evEvidence')}</h3>
            <EvidenceTable rows={said.evidenceRows} changed={[covariate.changed, attribution.label.changed, concept.changed]} />
            {charts.concept !== null && (
              <>
                <h4>{charts.concept.description}</h4>
                <ChartWithTable chart={charts.concept} name="concept" />
              </>
            )}
          </div>
        }
      />
    </Section>
  );
}
