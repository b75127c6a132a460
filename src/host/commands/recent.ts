import type { ReportStore } from '../../app/runs/reportStore.ts';
import type { Problems } from '../problems/problems.ts';
import type { RecentReport } from '../recent/recentItem.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import { tellReportGone } from './goneReport.ts';

/** Opens a report of the list of recent comparisons. */
export async function openRecent(comparisons: Comparisons, { id }: RecentReport): Promise<void> {
  if (!(await comparisons.showReport(id, null))) tellReportGone();
}

/** Compares or evaluates the files of a report of the list again. */
export async function rerunRecent(comparisons: Comparisons, { reference, current, evaluation }: RecentReport): Promise<void> {
  await comparisons.compare({ reference, current, evaluate: evaluation !== null });
}

/** Takes a report out of the list, and its findings out of Problems: nothing could show them any more. */
export async function removeRecent(store: ReportStore, problems: Problems, { id }: RecentReport): Promise<void> {
  problems.dropReport(id);
  await store.remove(id);
}
