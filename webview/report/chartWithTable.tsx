import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Chart } from '../../src/core/charts/chart.ts';
import type { RowsRequest } from '../../src/shared/webviewProtocol.ts';
import { DataTable } from '../common/dataTable.tsx';
import { usesScreenReader } from '../common/theme.ts';
import { ChartView } from '../common/vegaChart.tsx';
import { CopyChart } from '../copy/copyChart.tsx';
import { CopyTable } from '../copy/copyTable.tsx';
import { SaveChart } from '../copy/saveChart.tsx';
import { Link } from './link.tsx';
import { label, usePage } from './pageContext.ts';

interface ChartWithTableProps {
  readonly chart: Chart;
  /** What a file with its picture is called. */
  readonly name: string;
  /** Whether it stands on a logarithmic scale; null: that would show no more. */
  readonly log?: boolean | null;
  readonly onLog?: (log: boolean) => void;
  /** Shows the rows behind a mark that is clicked. */
  readonly onPick?: ((name: string, selection: RowsRequest['selection']) => void) | undefined;
  /** Values of the spec's params, see ChartView. */
  readonly values?: Readonly<Record<string, number>>;
}

/** A chart, its keys, and its table twin, one of the two at a time; the table comes first for a screen reader. */
export function ChartWithTable({ chart, name, log = null, onLog, onPick, values }: ChartWithTableProps): VNode {
  const page = usePage();
  const [asTable, setAsTable] = useState(usesScreenReader);
  const pick = (k: number): void => {
    const picked = chart.picks?.[k];
    if (picked !== undefined && picked.selection !== null) onPick?.(picked.name, picked.selection);
  };
  return (
    <figure class="figure-box copyable">
      {asTable ? (
        <DataTable table={chart.table} caption={chart.description} />
      ) : (
        <ChartView spec={chart.spec} description={chart.description} onPick={onPick && chart.picks ? pick : undefined} values={values} />
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
          {!asTable && log !== null && <Link onClick={() => onLog?.(!log)}>{label(page, log ? 'linearScale' : 'logScale')}</Link>}
          {!asTable && page.hosted && <SaveChart name={name} />}
          {asTable ? <CopyTable /> : <CopyChart table={chart.table} />}
          <Link onClick={() => setAsTable(!asTable)}>{label(page, asTable ? 'asChart' : 'asTable')}</Link>
        </span>
      </figcaption>
    </figure>
  );
}
