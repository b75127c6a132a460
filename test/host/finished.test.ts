import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeReports, compareFiles, compareSample, findings, inWorkspace, reportsOpen, reportTabs, until } from './sample.ts';

/** Titles of the quick fixes of a finding, and what they do. */
async function quickFixes(file: vscode.Uri, finding: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  await vscode.workspace.openTextDocument(file);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', file, finding.range);
  return actions.filter(({ command }) => command?.command.startsWith('driftbook.'));
}

const run = (action: vscode.CodeAction): Thenable<unknown> =>
  vscode.commands.executeCommand(action.command!.command, ...(action.command!.arguments ?? []));

suite('the finished report', () => {
  const current = (): vscode.Uri => inWorkspace('current.csv');
  const columnsFound = (): string[] =>
    findings(current()).map((finding) => ('place' in finding ? (finding.place as { column: string }).column : finding.message));
  const about = (column: string): vscode.Diagnostic => findings(current()).find(({ message }) => message.includes(column))!;

  teardown(async () => {
    await vscode.workspace.getConfiguration('driftbook').update('ignoredColumns', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.getConfiguration('driftbook').update('limits', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.getConfiguration('driftbook').update('colours', undefined, vscode.ConfigurationTarget.Workspace);
    await rm(inWorkspace('.vscode').fsPath, { recursive: true, force: true });
    await vscode.commands.executeCommand('driftbook.clearFindings');
    await closeReports();
  });

  test('a finding has four quick fixes; clearing takes all findings of its comparison', async () => {
    await compareSample();
    const fixes = await quickFixes(current(), about('car_value'));
    assert.deepEqual(
      fixes.map(({ title }) => title),
      [
        'Show “car_value” in Drift Report',
        'Ignore Column “car_value” in This Workspace',
        'Change Limit of “car_value”…',
        'Clear Findings of This Comparison',
      ],
    );
    assert.deepEqual(
      fixes.map(({ isPreferred }) => isPreferred === true),
      [true, false, false, false],
    );
    await run(fixes[3]!);
    assert.equal(findings(current()).length, 0);
  });

  test('an ignored column stands in the settings of the workspace, and is out of findings and report at once', async () => {
    await compareSample();
    const before = findings(current()).length;
    const fixes = await quickFixes(current(), about('car_value'));
    await run(fixes.find(({ command }) => command?.command === 'driftbook.ignoreColumn')!);
    assert.deepEqual(vscode.workspace.getConfiguration('driftbook').inspect('ignoredColumns')?.workspaceValue, ['car_value']);
    assert.equal(findings(current()).filter(({ message }) => message.includes('car_value')).length, 0);
    assert.equal(findings(current()).length, before - 1);
    await vscode.workspace.getConfiguration('driftbook').update('ignoredColumns', undefined, vscode.ConfigurationTarget.Workspace);
    await compareSample();
    assert.equal(findings(current()).length, before, 'without the setting the column is back');
  });

  test('a limit of the settings holds for the next run; one that makes no sense is passed over', async () => {
    await compareSample();
    const before = columnsFound();
    const settings = vscode.workspace.getConfiguration('driftbook');
    await settings.update('limits', { car_value: 1, loan_length: 'much' }, vscode.ConfigurationTarget.Workspace);
    await compareSample();
    const after = columnsFound();
    assert.deepEqual(
      before.filter((column) => !after.includes(column)),
      ['car_value'],
    );
  });

  test('a report whose file changes on disk says so in its tab, until it is run again', async () => {
    const copy = inWorkspace('changing.csv');
    await copyFile(current().fsPath, copy.fsPath);
    try {
      await compareFiles(inWorkspace('reference.parquet'), copy);
      await reportsOpen(1);
      const marked = (): boolean => reportTabs().some(({ label }) => /files changed/.test(label));
      assert.equal(marked(), false);
      // A file made a moment before counts as read.
      await new Promise((next) => setTimeout(next, 50));
      const text = await readFile(copy.fsPath, 'utf8');
      await writeFile(copy.fsPath, text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1));
      await until('the mark on the tab', marked);
      await compareFiles(inWorkspace('reference.parquet'), copy);
      await until('the mark to go', () => !marked());
    } finally {
      await rm(copy.fsPath, { force: true });
    }
  });

  test('files outside the workspace are watched too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'driftbook-outside-'));
    try {
      const outside = vscode.Uri.file(join(folder, 'current.csv'));
      await copyFile(current().fsPath, outside.fsPath);
      await compareFiles(inWorkspace('reference.parquet'), outside);
      await reportsOpen(1);
      await writeFile(outside.fsPath, await readFile(outside.fsPath));
      await until('the mark on the tab', () => reportTabs().some(({ label }) => /files changed/.test(label)));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('removing a comparison takes its findings along; opening it afterwards does nothing but say so', async () => {
    await compareSample();
    const { reportId } = (about('car_value') as vscode.Diagnostic & { place: { reportId: string } }).place;
    await closeReports();
    await vscode.commands.executeCommand('driftbook.openRecent', { id: reportId });
    await reportsOpen(1);
    await closeReports();
    await vscode.commands.executeCommand('driftbook.removeRecent', { id: reportId });
    assert.equal(findings(current()).length, 0);
    await vscode.commands.executeCommand('driftbook.openRecent', { id: reportId });
    await reportsOpen(0);
  });

  test('other colours reach open reports', async () => {
    await compareSample();
    await vscode.workspace.getConfiguration('driftbook').update('colours', 'colourBlind', vscode.ConfigurationTarget.Workspace);
    await reportsOpen(1);
  });
});
