import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Chart } from '../../src/core/charts/chart.ts';
import { categoryChart } from '../../src/core/sections/drift/charts/categoryChart.ts';
import { categoryTimeChart } from '../../src/core/sections/drift/charts/categoryTimeChart.ts';
import { needsLogScale } from '../../src/core/sections/drift/charts/countScale.ts';
import { ecdfChart } from '../../src/core/sections/drift/charts/ecdfChart.ts';
import { histogramChart } from '../../src/core/sections/drift/charts/histogramChart.ts';
import { missingTimeChart } from '../../src/core/sections/drift/charts/missingTimeChart.ts';
import { overTimeChart } from '../../src/core/sections/drift/charts/overTimeChart.ts';
import { quantileChart } from '../../src/core/sections/drift/charts/quantileChart.ts';
import { valueEcdf } from '../../src/core/sections/drift/charts/valueEcdf.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import type { RowsRequest } from '../../src/shared/webviewProtocol.ts';
import { ChartWithTable } from '../report/chartWithTable.tsx';
import { label, type Page, usePage, windowName } from '../report/pageContext.ts';
import { chartWindow } from './chartWindow.ts';
import type { ColumnViewName } from './columnViews.ts';
import { MethodsTable } from './methodsTable.tsx';
import { RowsView } from './rowsView.tsx';
import { WhereTable } from './whereTable.tsx';

interface ColumnViewProps {
  readonly view: ColumnViewName;
  readonly column: ColumnReport;
}

/** One tab of the drill-down. */
export function ColumnView({ view, column }: ColumnViewProps): VNode {
  const page = usePage();
  const { chunk, range } = page.state;
  // Only the pictures over time show a range.
  const drawnRange = view === 'time' ? range : null;
  // Kept from column to column: who wants to see the tails wants it of the next one, too.
  const [log, setLog] = useState(false);
  const charts = useMemo(() => chartsOf(page, view, column, log), [page.report, page.text, view, column, chunk, drawnRange, log]);
  if (view === 'methods') return <MethodsTable column={column} />;
  if (view === 'where') return <WhereTable key={column.name} column={column} />;
  if (view === 'rows') return <RowsView column={column} />;
  const onPick = page.hosted
    ? (name: string, selection: RowsRequest['selection']): void => page.showRows({ column: column.name, name, selection })
    : undefined;
  const partial = chunkNote(page, view, column);
  if (charts.length === 0) return <p class="muted">{label(page, 'nothingToDraw')}</p>;
  return (
    <>
      {partial !== null && <p class="muted whole-only">{partial}</p>}
      {charts.map((chart, index) => (
        <ChartWithTable
          key={`${view}${index}`}
          chart={chart}
          name={`${column.name}-${view}`}
          onPick={onPick}
          log={chart.logScale === true ? log : null}
          onLog={setLog}
        />
      ))}
      {view === 'time' && charts.length < 2 && <p class="muted whole-only">{label(page, 'noMissing')}</p>}
    </>
  );
}

/** What a picture shows of the chosen chunk, where that is not all one would expect. */
function chunkNote(page: Page, view: ColumnViewName, column: ColumnReport): string | null {
  const { chunk } = page.state;
  if (chunk === null || (view !== 'cumulative' && view !== 'quantiles' && view !== 'distribution')) return null;
  const name = windowName(page, chunk);
  const cell = column.chunks.find((candidate) => candidate.chunk === chunk);
  // Without a value in the chunk the pictures fall back to all of current.
  if (cell === undefined || cell.counts.every((count) => count === 0)) return label(page, 'wholeOnly', name);
  if (view === 'distribution') return null;
  // Of few values all is known.
  if (view === 'cumulative' && column.categories !== null && valueEcdf(column.categories, cell.counts) !== null) return null;
  if (view === 'cumulative' && column.histogram !== null && column.histogram.edges.length > 3) {
    return label(page, 'cumulativeChunk', name);
  }
  if (view === 'quantiles' && cell.quartiles !== null) return label(page, 'quantilesChunk', name);
  return label(page, 'wholeOnly', name);
}

function chartsOf(page: Page, view: ColumnViewName, column: ColumnReport, log: boolean): Chart[] {
  const { words, report, text } = page;
  const window = chartWindow(page, column);
  const { time } = report;
  const charts: (Chart | null)[] = [];
  if (view === 'distribution') {
    const logged = log && column.histogram !== null && needsLogScale(column.histogram);
    charts.push(histogramChart(column, window, words, logged) ?? categoryChart(column, window, words));
  }
  if (view === 'cumulative') charts.push(ecdfChart(column, window, words));
  if (view === 'quantiles') charts.push(quantileChart(column, window, words));
  if (view === 'time' && time !== null) {
    charts.push(
      overTimeChart(time, column, window, text.chunkNames, words) ?? categoryTimeChart(time, column, window, text.chunkNames, words),
    );
    charts.push(missingTimeChart(time, column, window, text.chunkNames, words));
  }
  return charts.filter((chart) => chart !== null);
}
