import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { EvaluationText } from '../../../src/core/report/evaluationText.ts';
import { resultOf } from '../../../src/core/report/sectionOf.ts';
import { estimateTimeChart } from '../../../src/core/sections/estimate/charts/estimateTimeChart.ts';
import type { Estimate } from '../../../src/core/sections/estimate/result.ts';
import { BlockHead } from '../../common/blockHead.tsx';
import { Dropdown } from '../../common/controls.ts';
import { ChartWithTable } from '../../report/chartWithTable.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { evaluationTextOf, go, navigation } from '../evaluationPage.ts';
import { EstimatesTable } from './estimatesTable.tsx';

/** What the performance is estimated to be without labels, and what it turned out to be. */
export function EstimateBlock(): VNode | null {
  const page = usePage();
  const said = evaluationTextOf(page);
  const estimate = resultOf(page.report, 'estimate');
  return said === null || estimate === null ? null : <EstimateOf estimate={estimate} said={said} />;
}

function EstimateOf({ estimate, said }: { readonly estimate: Estimate; readonly said: EvaluationText }): VNode {
  const page = usePage();
  const names = estimate.rows.map((row, i) => ({ value: row.name, text: said.estimates[i] ?? row.name }));
  const at = Math.max(
    0,
    estimate.rows.findIndex((row) => row.name === navigation(page).estimate),
  );
  const row = estimate.rows[at];
  const { time } = page.report;
  const unit = resultOf(page.report, 'predictions')?.columns.task === 'regression' ? 'target' : 'share';
  const chart = useMemo(
    () =>
      time === null || row === undefined
        ? null
        : estimateTimeChart(time, row, { unit, name: names[at]!.text, chunkNames: page.text.chunkNames }, page.words),
    [time, row, unit, page.words, page.text],
  );
  return (
    <div class="block">
      <BlockHead title={label(page, 'evEstimateTitle')} say={said.estimate} />
      {chart !== null && names.length > 1 && (
        <Dropdown
          label={label(page, 'evEstimated')}
          value={names[at]!.value}
          options={names}
          onChange={(value) => go(page, { estimate: value })}
        />
      )}
      {chart !== null && <ChartWithTable chart={chart} name={`estimate-${row?.name ?? ''}`} />}
      <EstimatesTable said={said} />
    </div>
  );
}
