import type { Table } from '../data/table.ts';
import { calendarOf } from '../read/chunks/chunkPlan.ts';
import { ColumnBudget } from '../read/columnBudget.ts';
import { columnReaders } from '../read/columnReaders.ts';
import { columnSources } from '../read/columnSources.ts';
import type { Report } from '../report/report.ts';
import { columnsOf, driftOf } from '../report/sectionOf.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import type { AnalysisRun, BudgetedRun } from './analysisRun.ts';
import { compare } from './compare.ts';
import { evaluate } from './evaluate.ts';
import { evaluateAlone } from './evaluateAlone.ts';
import { withEvaluation } from './withEvaluation.ts';

interface Tables {
  /** Null when predictions are evaluated by themselves. */
  readonly reference: Table | null;
  readonly current: Table;
}

/**
 * Compares two tables (and evaluates them as predictions when the spec says so): roles, chunks, every column decided over its windows in one family, quality notes, findings. Rejects with a DataError when nothing can
 * be compared (no common column, an unknown or unusable column in the spec) and with the signal's reason when cancelled; a column that fails by
 * itself is reported as failed.
 */
export async function analyse(spec: ComparisonSpec, { reference, current }: Tables, unlimited: AnalysisRun): Promise<Report> {
  const run: BudgetedRun = { ...unlimited, budget: unlimited.budget ?? new ColumnBudget(unlimited.budgetBytes) };
  if (reference === null) return evaluateAlone(spec, columnReaders({ reference, current }, run).current, run);
  const started = run.now();
  const tables = { reference, current };
  const readers = columnReaders(tables, run);
  // What comparing takes is let go before evaluating starts.
  const { report, profiles, layouts, plan } = await compare(spec, { readers, sources: columnSources(tables, run) }, { run, started });
  if (spec.evaluate === undefined) return report;
  const evaluated = await evaluate({
    spec,
    readers,
    profiles,
    layouts,
    time: report.time,
    correlation: driftOf(report).family.correlation.plain,
    calendar: calendarOf(plan),
    columns: columnsOf(report),
    run,
  });
  return withEvaluation(report, evaluated, run.now() - started);
}
