import { ConfigurationTarget, workspace } from 'vscode';
import { read } from '../../core/spec/read.ts';
import { list, text } from '../../core/spec/shape.ts';
import type { FindingPlace } from '../problems/findingDiagnostic.ts';
import type { Problems } from '../problems/problems.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import { tellReportGone } from './goneReport.ts';

/** Leaves the column of a finding out of all comparisons of this workspace, and compares its pair again. Without a workspace, of this pair only. */
export async function ignoreColumn(comparisons: Comparisons, problems: Problems, { reportId, column }: FindingPlace): Promise<void> {
  problems.dropReport(reportId, column);
  const inWorkspace = workspace.workspaceFolders !== undefined;
  if (inWorkspace) {
    const settings = workspace.getConfiguration('driftbook');
    const here = read(list(text()), settings.inspect('ignoredColumns')?.workspaceValue ?? settings.get('ignoredColumns')).value ?? [];
    if (!here.includes(column)) await settings.update('ignoredColumns', [...here, column], ConfigurationTarget.Workspace);
  }
  // What was chosen for the pair stands above the settings, so that it needs a choice of its own only where one says otherwise.
  const chosen = new Map(Object.entries((await comparisons.choicesOf(reportId)).columns ?? {})).get(column);
  const own = !inWorkspace || chosen?.ignored === false;
  if (!(await comparisons.rerunReport(reportId, own ? { columns: { [column]: { ignored: true } } } : {}))) tellReportGone();
}
