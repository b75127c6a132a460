import assert from 'node:assert/strict';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeReports, compareFiles, compareSample, findings, inWorkspace, reportsOpen, until } from './sample.ts';

/** The sample's current file with one more column, which is missed in what it is compared with: moves alone are not told, as its days wander. */
async function widened(): Promise<vscode.Uri> {
  const file = inWorkspace('wide.csv');
  const [header, ...lines] = (await readFile(inWorkspace('current.csv').fsPath, 'utf8')).trimEnd().split('\n');
  await writeFile(file.fsPath, [`${header},extra`, ...lines.map((line, i) => `${line},${i % 7}`), ''].join('\n'));
  return file;
}

suite('compare', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('driftbook.clearFindings');
    await closeReports();
  });

  test('the sample gives a panel, and findings on the header cells of the current file', async () => {
    const current = inWorkspace('current.csv');
    await compareSample();
    await reportsOpen(1);
    assert.match((await reportsOpen(1))[0]!.label, /reference\.parquet → current\.csv/);
    const header = (await readFile(current.fsPath, 'utf8')).split('\n')[0]!;
    const found = findings(current);
    assert.ok(found.length > 0, 'the sample drifts');
    const columns = found.map(({ range }) => header.slice(range.start.character, range.end.character));
    assert.equal(new Set(columns).size, columns.length, 'one finding per column');
    assert.ok(columns.includes('car_value'), `car_value is known to drift; found ${columns}`);
    for (const [i, finding] of found.entries()) {
      assert.ok(header.split(',').includes(columns[i]!), `a whole header cell: ${columns[i]}`);
      assert.ok(finding.message.includes(columns[i]!), finding.message);
      assert.match(String((finding.code as { value: string }).value), /^(drift|quality)\//);
      assert.equal(finding.relatedInformation?.[0]?.location.uri.fsPath, inWorkspace('reference.parquet').fsPath);
      assert.ok(finding.severity >= vscode.DiagnosticSeverity.Warning, 'drift is no error of the file');
    }
  });

  test('a second run takes the same panel and does not double the findings', async () => {
    await compareSample();
    const first = findings(inWorkspace('current.csv')).length;
    await compareSample();
    await reportsOpen(1);
    assert.equal(findings(inWorkspace('current.csv')).length, first);
  });

  test('two calls at once for one pair are one run', async () => {
    await Promise.all([compareSample(), compareSample()]);
    await reportsOpen(1);
  });

  test('the reverse with one column more is a pair of its own; findings on Parquet stand on its first character', async () => {
    await compareSample();
    const wide = await widened();
    await compareFiles(wide, inWorkspace('reference.parquet'));
    await reportsOpen(2);
    const found = findings(inWorkspace('reference.parquet'));
    assert.ok(found.length > 0);
    for (const { range } of found) assert.ok(range.isEqual(new vscode.Range(0, 0, 0, 0)));
    assert.ok(findings(inWorkspace('current.csv')).length > 0, 'findings of the other pair stay');
    await rm(wide.fsPath);
  });

  test('two comparisons at once stand side by side; closing one leaves the other, and the findings of both', async () => {
    const [reference, current, wide] = [inWorkspace('reference.parquet'), inWorkspace('current.csv'), await widened()];
    await Promise.all([compareSample(), compareFiles(wide, reference)]);
    const [first, second] = await reportsOpen(2);
    assert.notEqual(first!.label, second!.label);
    await vscode.window.tabGroups.close(first!);
    assert.equal((await reportsOpen(1))[0]!.label, second!.label);
    assert.ok(findings(current).length > 0 && findings(reference).length > 0);
    await rm(wide.fsPath);
  });

  test('findings go by command, and when their file is deleted', async () => {
    await compareSample();
    await vscode.commands.executeCommand('driftbook.clearFindings');
    assert.equal(findings(inWorkspace('current.csv')).length, 0);

    const copy = inWorkspace('copy.csv');
    await copyFile(inWorkspace('current.csv').fsPath, copy.fsPath);
    await compareFiles(inWorkspace('reference.parquet'), copy);
    assert.ok(findings(copy).length > 0);
    await rm(copy.fsPath);
    await until('the findings of a deleted file to go', () => findings(copy).length === 0);
  });

  test('the quick fix of a finding shows its report, also after the panel was closed', async () => {
    const current = inWorkspace('current.csv');
    await compareSample();
    const [finding] = findings(current);
    await closeReports();
    await vscode.workspace.openTextDocument(current);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', current, finding!.range);
    const action = actions.find(({ command }) => command?.command === 'driftbook.showInReport');
    assert.ok(action?.command, 'a quick fix');
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    await reportsOpen(1);
    assert.ok((await reportsOpen(1))[0]!.isActive);
  });

  test('the last report comes back by command', async () => {
    await compareSample();
    await closeReports();
    await vscode.commands.executeCommand('driftbook.showLastReport');
    await reportsOpen(1);
  });

  test('a chosen reference is compared with, until it is forgotten', async () => {
    await vscode.commands.executeCommand('driftbook.selectAsReference', inWorkspace('reference.parquet'));
    await vscode.commands.executeCommand('driftbook.compareWithReference', inWorkspace('current.csv'));
    assert.match((await reportsOpen(1))[0]!.label, /reference\.parquet → current\.csv/);
    await vscode.commands.executeCommand('driftbook.clearReference');
  });
});
