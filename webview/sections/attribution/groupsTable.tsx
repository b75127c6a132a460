import type { VNode } from 'preact';
import { formatNumber } from '../../../src/core/format/number.ts';
import { formatShare } from '../../../src/core/format/share.ts';
import { conditionKey } from '../../../src/core/report/conditionKey.ts';
import type { EvaluationText } from '../../../src/core/report/evaluationText.ts';
import type { Attribution, AttributionRow } from '../../../src/core/sections/attribution/result.ts';
import { changeNumber } from '../../common/changeNumber.ts';
import { HeadRow } from '../../common/headRow.tsx';
import { label, usePage } from '../../report/pageContext.ts';

interface GroupsTableProps {
  readonly row: AttributionRow;
  readonly attribution: Attribution;
  readonly conditions: EvaluationText['conditions'];
}

/** The groups of a column that carry most of the change: their shares of the rows, their errors, and what they add. */
export function GroupsTable({ row, attribution, conditions }: GroupsTableProps): VNode {
  const page = usePage();
  const { locale } = page.words;
  const number = changeNumber(attribution, locale);
  const share = (from: number, to: number): string => `${formatShare(from, locale)} → ${formatShare(to, locale)}`;
  const rate = (value: number | null): string =>
    value === null ? '–' : attribution.measure === 'error_rate' ? formatShare(value, locale) : formatNumber(value, locale);
  const heads = [
    { text: label(page, 'evGroup') },
    { text: label(page, 'evShareOfRows'), numeric: true },
    { text: label(page, 'evErrorWithin'), numeric: true },
    { text: label(page, 'evMix'), numeric: true },
    { text: label(page, 'evRate'), numeric: true },
  ];
  return (
    <table class="figures">
      <caption class="unseen">{label(page, 'evGroupsOf', row.column)}</caption>
      <thead>
        <HeadRow heads={heads} />
      </thead>
      <tbody>
        {row.groups.map((group) => (
          <tr key={conditionKey(group.condition)}>
            <th scope="row">{conditions[conditionKey(group.condition)] ?? ''}</th>
            <td class="num">{share(group.shareReference, group.shareCurrent)}</td>
            <td class="num">
              {rate(group.rateReference)} → {rate(group.rateCurrent)}
            </td>
            <td class="num">{number(group.mix)}</td>
            <td class="num">{number(group.rate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
