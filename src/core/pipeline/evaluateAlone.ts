import { findingsOf } from '../check/findingsOf.ts';
import { withChecks } from '../check/withChecks.ts';
import { calendarOf, chunkPlan } from '../read/chunks/chunkPlan.ts';
import { readRowLayout } from '../read/chunks/rowLayout.ts';
import type { ColumnReader } from '../read/columnReader.ts';
import { newReport } from '../report/newReport.ts';
import type { Report } from '../report/report.ts';
import { timeColumn } from '../roles/timeColumn.ts';
import { datasetSummary } from '../sections/drift/compute/datasetSummary.ts';
import { timeAxisOf } from '../sections/drift/compute/timeAxis.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import type { BudgetedRun } from './analysisRun.ts';
import { evaluate } from './evaluate.ts';

/** Evaluates predictions without a reference: a report with no columns compared. Rejects as `evaluate` does. */
export async function evaluateAlone(spec: ComparisonSpec, current: ColumnReader, run: BudgetedRun): Promise<Report> {
  const started = run.now();
  run.progress({ stage: 'profiling', done: 0, total: 0, item: current.info.label });
  const profiles = await current.profile();
  const time = timeColumn(spec, [], profiles);
  const plan = chunkPlan(spec, time, { profiles: [], rows: 0 }, { profiles, rows: current.info.rows });
  const layout = await readRowLayout(current, plan, plan.current);
  const timeAxis = timeAxisOf(plan, null, layout);
  const evaluated = await evaluate({
    spec,
    readers: { reference: null, current },
    profiles: { reference: null, current: profiles },
    layouts: { reference: null, current: layout },
    time: timeAxis,
    correlation: 0,
    calendar: calendarOf(plan),
    columns: [],
    run,
  });
  const sections = withChecks([{ kind: 'quality', result: {}, notes: run.notes, failed: null }, ...evaluated]);
  return newReport(
    {
      spec,
      datasets: { reference: null, current: datasetSummary(current.info, plan.current.span, null) },
      time: timeAxis,
      season: null,
      sections,
      findings: findingsOf({ sections, time: timeAxis }),
    },
    run,
    started,
  );
}
