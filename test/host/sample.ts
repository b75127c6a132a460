import { join } from 'node:path';
import * as vscode from 'vscode';

/** A file of the workspace, which is a copy of the sample. */
export function inWorkspace(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.file(join(folder.uri.fsPath, name));
}

/** Compares two files as the Explorer's menu does: the first is the reference. */
export async function compareFiles(reference: vscode.Uri, current: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('driftbook.compareSelected', current, [reference, current]);
}

export async function compareSample(): Promise<void> {
  await compareFiles(inWorkspace('reference.parquet'), inWorkspace('current.csv'));
}

/** Tabs of open reports. */
export function reportTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('driftbook.report'));
}

/** Waits until `count` reports are open: the host hears of tabs a moment after the window. */
export async function reportsOpen(count: number): Promise<vscode.Tab[]> {
  await until(`${count} reports`, () => reportTabs().length === count);
  return reportTabs();
}

/** Closes all reports, those that are just about to open too. */
export async function closeReports(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await reportsOpen(0);
}

export function findings(file: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'Driftbook');
}

/** Waits until `condition` holds. */
export async function until(what: string, condition: () => boolean, timeout = 20_000): Promise<void> {
  const end = Date.now() + timeout;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}

/** Takes what the questions of a command offer first, until the command is done. */
export async function acceptAll(command: Thenable<unknown>): Promise<void> {
  let done = false;
  const finished = Promise.resolve(command).finally(() => {
    done = true;
  });
  while (!done) {
    // Nothing happens while no question is open.
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((next) => setTimeout(next, 50));
  }
  await finished;
}
