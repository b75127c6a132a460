import type { VNode } from 'preact';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../../src/core/format/number.ts';
import { formatP } from '../../../src/core/format/pValue.ts';
import { formatShare } from '../../../src/core/format/share.ts';
import { conditionKey } from '../../../src/core/report/conditionKey.ts';
import type { EvaluationText } from '../../../src/core/report/evaluationText.ts';
import type { Attribution, AttributionRow } from '../../../src/core/sections/attribution/result.ts';
import type { BehaviourNumber } from '../../../src/core/sections/predictions/result.ts';
import { changeNumber } from '../../common/changeNumber.ts';
import { CopyTable } from '../../copy/copyTable.tsx';
import { label, type Page, usePage } from '../../report/pageContext.ts';
import { VerdictPill } from '../../report/verdictPill.tsx';

interface AttributionTableProps {
  readonly attribution: Attribution;
  readonly conditions: EvaluationText['conditions'];
}

/** What each column adds to the change of the error; a column opens on the groups that carry most of it. */
export function AttributionTable({ attribution, conditions }: AttributionTableProps): VNode {
  const page = usePage();
  const [open, setOpen] = useState<string | null>(null);
  const number = changeNumber(attribution, page.words.locale);
  const caption = label(page, 'evAttributionTable');
  return (
    <div class="copyable">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section class="wide-box" aria-label={caption} tabIndex={0}>
        <table class="figures attribution">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{label(page, 'columnHead')}</th>
              <th scope="col" class="num">
                {label(page, 'evMix')}
              </th>
              <th scope="col" class="num">
                {label(page, 'evRate')}
              </th>
              <th scope="col" class="num">
                {label(page, 'qHead')}
              </th>
              <th scope="col">{label(page, 'evDrift')}</th>
            </tr>
          </thead>
          <tbody>
            {attribution.rows.map((row) => {
              const shown = open === row.column || page.printing;
              return (
                <Fragment key={row.column}>
                  <tr>
                    <th scope="row">
                      <button
                        type="button"
                        class="name expander"
                        aria-expanded={shown}
                        title={label(page, 'evShowGroups', row.column)}
                        onClick={() => setOpen(open === row.column ? null : row.column)}
                      >
                        <span aria-hidden="true">{shown ? '▾' : '▸'}</span> {row.column}
                      </button>
                      {row.matters && <span class="kind"> {label(page, 'evMatters')}</span>}
                    </th>
                    <td class="num">{withInterval(row.mix, number)}</td>
                    <td class="num">{withInterval(row.rate, number)}</td>
                    <td class="num">{formatP(row.q, page.words.locale)}</td>
                    <td>{row.drift !== null && <VerdictPill verdict={row.drift} text={page.text} />}</td>
                  </tr>
                  {shown && (
                    <tr class="groups">
                      <td colSpan={5}>
                        <Groups page={page} row={row} attribution={attribution} conditions={conditions} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </section>
      <p class="more">
        <CopyTable />
      </p>
    </div>
  );
}

function withInterval({ value, low, high }: BehaviourNumber, number: (value: number) => string): string {
  if (value === null) return '–';
  return low === null || high === null ? number(value) : `${number(value)} [${number(low)}, ${number(high)}]`;
}

interface GroupsProps extends AttributionTableProps {
  readonly page: Page;
  readonly row: AttributionRow;
}

function Groups({ page, row, attribution, conditions }: GroupsProps): VNode {
  const { locale } = page.words;
  const number = changeNumber(attribution, locale);
  const share = (from: number, to: number): string => `${formatShare(from, locale)} → ${formatShare(to, locale)}`;
  const rate = (value: number | null): string =>
    value === null ? '–' : attribution.measure === 'error_rate' ? formatShare(value, locale) : formatNumber(value, locale);
  return (
    <table class="figures">
      <caption class="unseen">{label(page, 'evGroupsOf', row.column)}</caption>
      <thead>
        <tr>
          <th scope="col">{label(page, 'evGroup')}</th>
          <th scope="col" class="num">
            {label(page, 'evShareOfRows')}
          </th>
          <th scope="col" class="num">
            {label(page, 'evErrorWithin')}
          </th>
          <th scope="col" class="num">
            {label(page, 'evMix')}
          </th>
          <th scope="col" class="num">
            {label(page, 'evRate')}
          </th>
        </tr>
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
