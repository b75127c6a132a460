import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Chart } from '../../src/core/charts/chart.ts';
import { ChartView } from '../common/chart.tsx';
import { DataTable } from '../common/dataTable.tsx';
import { usesScreenReader } from '../common/theme.ts';
import { Link } from './link.tsx';
import { label, usePage } from './pageContext.ts';

/** A chart, its keys, and its table twin, one of the two at a time; the table comes first for a screen reader. */
export function ChartWithTable({ chart }: { readonly chart: Chart }): VNode {
  const page = usePage();
  const [asTable, setAsTable] = useState(usesScreenReader);
  return (
    <figure class="figure-box">
      {asTable ? (
        <DataTable table={chart.table} caption={chart.description} />
      ) : (
        <ChartView spec={chart.spec} description={chart.description} />
      )}
      <figcaption class="legend">
        {!asTable &&
          chart.keys.map((key) => (
            <span key={`${key.mark}${key.text}`}>
              {key.mark === 'note' ? '· ' : <span class={`key ${key.mark}`} aria-hidden="true" />}
              {key.text}
            </span>
          ))}
        <span class="push">
          <Link onClick={() => setAsTable(!asTable)}>{label(page, asTable ? 'asChart' : 'asTable')}</Link>
        </span>
      </figcaption>
    </figure>
  );
}
