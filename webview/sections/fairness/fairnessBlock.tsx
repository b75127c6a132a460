import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatShare } from '../../../src/core/format/share.ts';
import { conditionKey } from '../../../src/core/report/conditionKey.ts';
import type { EvaluationText } from '../../../src/core/report/evaluationText.ts';
import { resultOf } from '../../../src/core/report/sectionOf.ts';
import type { Fairness, FairnessGroup } from '../../../src/core/sections/fairness/result.ts';
import type { PageLabelKey } from '../../../src/core/sections/pageLabelKeys.ts';
import { dotsChart } from '../../../src/core/sections/slices/charts/dotsChart.ts';
import { BlockHead } from '../../common/blockHead.tsx';
import { Dropdown } from '../../common/controls.ts';
import { CopyTable } from '../../copy/copyTable.tsx';
import { ChartWithTable } from '../../report/chartWithTable.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { evaluationTextOf, go, navigation } from '../evaluationPage.ts';

const rates: Readonly<Record<'selection' | 'tpr' | 'fpr' | 'accuracy', PageLabelKey>> = {
  selection: 'evSelectionRate',
  tpr: 'evTpr',
  fpr: 'evFpr',
  accuracy: 'evAccuracy',
};
type Rate = keyof typeof rates;

/** How groups of people fare: their rates with intervals, and the gaps between them with the limits they have. */
export function FairnessBlock(): VNode | null {
  const page = usePage();
  const said = evaluationTextOf(page);
  const groups = resultOf(page.report, 'fairness')?.groups ?? [];
  if (said === null || groups.length === 0) return null;
  return (
    <div class="block">
      <h3>{label(page, 'evFairnessTitle')}</h3>
      {groups.map((fairness, i) => (
        <FairnessOf key={fairness.column} fairness={fairness} text={said.fairness[i]} conditions={said.conditions} />
      ))}
    </div>
  );
}

interface FairnessOfProps {
  readonly fairness: Fairness;
  readonly text: EvaluationText['fairness'][number] | undefined;
  readonly conditions: EvaluationText['conditions'];
}

function FairnessOf({ fairness, text, conditions }: FairnessOfProps): VNode {
  const page = usePage();
  const { groups, column } = fairness;
  const offered = (Object.keys(rates) as Rate[]).filter((rate) => groups.some((group) => (group[rate]?.value ?? null) !== null));
  const rate = offered.find((name) => name === navigation(page).rates) ?? offered[0] ?? 'selection';
  const name = (group: FairnessGroup): string => conditions[conditionKey(group.condition)] ?? '';
  const chart = useMemo(
    () =>
      dotsChart(
        {
          dots: groups.map((group) => ({
            name: name(group),
            n: group.n,
            value: group[rate]?.value ?? null,
            low: group[rate]?.low ?? null,
            high: group[rate]?.high ?? null,
            reference: null,
          })),
          title: label(page, 'evRateByGroup', label(page, rates[rate]), column),
          head: column,
          measure: label(page, rates[rate]),
          rule: null,
          number: (value) => formatShare(value, page.words.locale),
          share: true,
        },
        page.words,
      ),
    [page.words, groups, conditions, rate],
  );
  return (
    <div class="blocks">
      <div>
        <BlockHead title={column} say={text?.sentence ?? null} />
        {offered.length > 1 && (
          <Dropdown
            label={label(page, 'evRateShown')}
            value={rate}
            options={offered.map((value) => ({ value, text: label(page, rates[value]) }))}
            onChange={(value) => go(page, { rates: value })}
          />
        )}
        <ChartWithTable chart={chart} name={`fairness-${column}`} />
      </div>
      {text !== undefined && <Gaps fairness={fairness} text={text} />}
    </div>
  );
}

function Gaps({ fairness, text }: { readonly fairness: Fairness; readonly text: EvaluationText['fairness'][number] }): VNode {
  const page = usePage();
  const { verdicts } = page.text;
  return (
    <div class="copyable gaps">
      <table class="figures">
        <caption class="unseen">{label(page, 'evGapsOf', fairness.column)}</caption>
        <thead>
          <tr>
            <th scope="col">{label(page, 'evGap')}</th>
            <th scope="col" class="num">
              {label(page, 'valueHead')}
            </th>
            <th scope="col" class="num">
              {label(page, 'limitHead')}
            </th>
            <th scope="col">{label(page, 'verdictHead')}</th>
          </tr>
        </thead>
        <tbody>
          {text.gaps.map((gap, i) => {
            const { limit, breached } = fairness.gaps[i] ?? { limit: null, breached: false };
            return (
              <tr key={gap.name}>
                <th scope="row">{gap.name}</th>
                <td class="num">{gap.value}</td>
                <td class="num">{gap.limit}</td>
                <td>
                  {limit !== null && (
                    <span class={`pill ${breached ? 'alert' : 'ok'}`}>
                      <span aria-hidden="true">{(breached ? verdicts.alert : verdicts.ok).glyph}</span>{' '}
                      {label(page, breached ? 'evBreached' : 'evWithin')}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="more">
        <CopyTable />
      </p>
    </div>
  );
}
