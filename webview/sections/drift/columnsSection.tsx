import type { VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { formatCount } from '../../../src/core/format/count.ts';
import { columnsOf } from '../../../src/core/report/sectionOf.ts';
import { UntestedColumn } from '../../column/untestedColumn.tsx';
import { useFirstPaint } from '../../common/firstPaint.ts';
import { HeadRow } from '../../common/headRow.tsx';
import { useOverflows } from '../../common/useOverflows.ts';
import { CopyTable } from '../../copy/copyTable.tsx';
import { orderColumns } from '../../filter/columnOrder.ts';
import { Link } from '../../report/link.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { Section } from '../../report/sectionFrame.tsx';
import type { SectionViewProps } from '../sectionView.ts';
import { ColumnRow } from './columnRow.tsx';

/** Rows shown before someone asks for all of them. */
const shownAtFirst = 100;

/** Every column with both distributions at a glance, the untested ones with their reason. */
export function ColumnsSection({ number }: SectionViewProps): VNode {
  const page = usePage();
  const { report, text, state } = page;
  const [all, setAll] = useState(false);
  const box = useRef<HTMLElement>(null);
  const wide = useOverflows(box);
  const order = state.sort === 'arrival' ? 'arrival' : 'worst';
  const ordered = useMemo(() => orderColumns(columnsOf(report), order, report), [report, order]);
  const tested = ordered.filter((column) => column.verdict !== 'not_tested');
  const untested = ordered.filter((column) => column.verdict === 'not_tested' && column.reason !== 'pending');
  const painted = useFirstPaint();
  const shown = all || page.printing ? tested : tested.slice(0, painted ? shownAtFirst : 0);
  // Drawn again only for another selection: a filter or order of the heatmap is not about these rows.
  const rows = useMemo(
    () => shown.map((column) => <ColumnRow key={column.name} column={column} page={page} />),
    [report, text, all, order, painted, page.printing, page.select, state.column],
  );
  const csv = page.hosted && <Link onClick={() => page.ask('save', { format: 'csv' })}>{label(page, 'csv')}</Link>;
  const heads = [
    { text: label(page, 'columnHead') },
    { text: label(page, 'verdictHead') },
    { text: label(page, 'glanceHead') },
    { text: label(page, 'movedHead'), numeric: true },
    { text: label(page, 'typicalHead'), numeric: true },
    { text: label(page, 'missingHead'), numeric: true },
    { text: label(page, 'qHead'), numeric: true },
  ];
  return (
    <Section id="columns" number={number} title={label(page, 'columnsTitle')} say={text.columnsIntro} actions={csv}>
      <div class="copyable">
        <section class="wide-box" aria-label={wide ? label(page, 'columnsTable') : undefined} tabIndex={wide ? 0 : undefined} ref={box}>
          <table class="figures columns">
            <thead>
              <HeadRow heads={heads} />
            </thead>
            <tbody>{rows}</tbody>
          </table>
        </section>
        <p class="more under">
          {painted && tested.length > shown.length && (
            <Link onClick={() => setAll(true)}>{label(page, 'moreNotes', formatCount(tested.length - shown.length, text.locale))}</Link>
          )}
          <CopyTable />
        </p>
      </div>
      {untested.length > 0 && (
        <div class="untested">
          <h3>{label(page, 'notTestedTitle', formatCount(untested.length, text.locale))}</h3>
          <ul>
            {untested.map((column) => (
              <UntestedColumn key={column.name} column={column} />
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
