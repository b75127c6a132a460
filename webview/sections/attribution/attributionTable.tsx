import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatP } from '../../../src/core/format/pValue.ts';
import type { EvaluationText } from '../../../src/core/report/evaluationText.ts';
import type { Attribution, AttributionRow } from '../../../src/core/sections/attribution/result.ts';
import type { BehaviourNumber } from '../../../src/core/sections/predictions/result.ts';
import { changeNumber } from '../../common/changeNumber.ts';
import { HeadRow } from '../../common/headRow.tsx';
import { CopyTable } from '../../copy/copyTable.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { VerdictPill } from '../../report/verdictPill.tsx';
import { GroupsTable } from './groupsTable.tsx';

interface AttributionTableProps {
  readonly attribution: Attribution;
  readonly conditions: EvaluationText['conditions'];
}

/** What each column adds to the change of the error; a column opens on the groups that carry most of it. */
export function AttributionTable({ attribution, conditions }: AttributionTableProps): VNode {
  const page = usePage();
  const [open, setOpen] = useState<string | null>(null);
  const caption = label(page, 'evAttributionTable');
  const heads = [
    { text: label(page, 'columnHead') },
    { text: label(page, 'evMix'), numeric: true },
    { text: label(page, 'evRate'), numeric: true },
    { text: label(page, 'qHead'), numeric: true },
    { text: label(page, 'evDrift') },
  ];
  return (
    <div class="copyable">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section class="wide-box" aria-label={caption} tabIndex={0}>
        <table class="figures attribution">
          <caption class="unseen">{caption}</caption>
          <thead>
            <HeadRow heads={heads} />
          </thead>
          <tbody>
            {attribution.rows.map((row) => (
              <ColumnRows
                key={row.column}
                row={row}
                attribution={attribution}
                conditions={conditions}
                open={open === row.column || page.printing}
                onToggle={() => setOpen(open === row.column ? null : row.column)}
              />
            ))}
          </tbody>
        </table>
      </section>
      <p class="more">
        <CopyTable />
      </p>
    </div>
  );
}

interface ColumnRowsProps extends AttributionTableProps {
  readonly row: AttributionRow;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** A column's line, and its groups below when it is open. */
function ColumnRows({ row, attribution, conditions, open, onToggle }: ColumnRowsProps): VNode {
  const page = usePage();
  const { locale } = page.words;
  const number = changeNumber(attribution, locale);
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            class="name expander"
            aria-expanded={open}
            title={label(page, 'evShowGroups', row.column)}
            onClick={onToggle}
          >
            <span aria-hidden="true">{open ? '▾' : '▸'}</span> {row.column}
          </button>
          {row.matters && <span class="kind"> {label(page, 'evMatters')}</span>}
        </th>
        <td class="num">{withInterval(row.mix, number)}</td>
        <td class="num">{withInterval(row.rate, number)}</td>
        <td class="num">{formatP(row.q, locale)}</td>
        <td>{row.drift !== null && <VerdictPill verdict={row.drift} text={page.text} />}</td>
      </tr>
      {open && (
        <tr class="groups">
          <td colSpan={5}>
            <GroupsTable row={row} attribution={attribution} conditions={conditions} />
          </td>
        </tr>
      )}
    </>
  );
}

function withInterval({ value, low, high }: BehaviourNumber, number: (value: number) => string): string {
  if (value === null) return '–';
  return low === null || high === null ? number(value) : `${number(value)} [${number(low)}, ${number(high)}]`;
}
