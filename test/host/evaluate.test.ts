import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { acceptAll, closeReports, compareFiles, findings, inWorkspace, reportsOpen, until } from './sample.ts';

interface Place {
  readonly column: string;
  readonly measure?: string | null;
}

suite('evaluate predictions', () => {
  const current = (): vscode.Uri => inWorkspace('churn-current.csv');
  const reference = (): vscode.Uri => inWorkspace('churn-reference.csv');
  const evaluate = (clicked: vscode.Uri, selected: readonly vscode.Uri[]): Promise<void> =>
    acceptAll(vscode.commands.executeCommand('driftbook.evaluateFile', clicked, selected));
  const place = (finding: vscode.Diagnostic): Place => (finding as vscode.Diagnostic & { place: Place }).place;
  const code = (finding: vscode.Diagnostic): string => (finding.code as { value: string }).value;
  const ofPerformance = (): vscode.Diagnostic[] => findings(current()).filter((finding) => code(finding).startsWith('performance/'));
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('driftbook');

  teardown(async () => {
    await settings().update('measureLimits', undefined, vscode.ConfigurationTarget.Workspace);
    await rm(inWorkspace('.vscode').fsPath, { recursive: true, force: true });
    await vscode.commands.executeCommand('driftbook.clearFindings');
    await closeReports();
  });

  test('of two selected files the one named reference is it, whichever was clicked; findings stand on the header cells', async () => {
    await evaluate(reference(), [reference(), current()]);
    assert.match((await reportsOpen(1))[0]!.label, /^Evaluation: churn-reference\.csv → churn-current\.csv$/);
    const header = (await readFile(current().fsPath, 'utf8')).split('\n')[0]!;
    const found = ofPerformance();
    for (const finding of found) {
      assert.equal(header.slice(finding.range.start.character, finding.range.end.character), place(finding).column);
    }
    const measures = found.filter((finding) => code(finding) === 'performance/drop').map((finding) => place(finding).measure);
    // What the sample is made to show: see test/tools/churnSample.mjs.
    assert.ok(measures.includes('roc_auc') && measures.includes('accuracy'), String(measures));
    assert.ok(found.every((finding) => place(finding).column === (code(finding) === 'performance/slice' ? 'country' : 'y_pred')));
    assert.match(found.find((finding) => place(finding).measure === 'roc_auc')!.message, /ROC AUC/);
    assert.equal(found[0]!.relatedInformation?.[0]?.location.uri.fsPath, reference().fsPath);
    assert.ok(
      findings(current()).some((finding) => code(finding).startsWith('drift/')),
      'the comparison stands beside it',
    );
  });

  test('without a reference: the first answer is none', async () => {
    await evaluate(current(), [current()]);
    assert.match((await reportsOpen(1))[0]!.label, /^Evaluation: churn-current\.csv$/);
    assert.ok(findings(current()).every(({ relatedInformation }) => relatedInformation === undefined));
    assert.ok(findings(current()).every((finding) => code(finding) !== 'performance/drop'));
  });

  test('an evaluation and a comparison of the same files are two reports', async () => {
    await evaluate(current(), [current(), reference()]);
    await compareFiles(reference(), current());
    const labels = (await reportsOpen(2)).map(({ label }) => label);
    assert.deepEqual(labels.sort(), [
      'Drift: churn-reference.csv → churn-current.csv',
      'Evaluation: churn-reference.csv → churn-current.csv',
    ]);
  });

  test('quick fixes of a measure: into the report, its limit, clear; it is no column to ignore', async () => {
    await evaluate(current(), [current(), reference()]);
    await vscode.workspace.openTextDocument(current());
    const [finding] = ofPerformance().filter((one) => place(one).measure === 'roc_auc');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      current(),
      finding!.range,
    );
    const about = (action: vscode.CodeAction): unknown => (action.command?.arguments?.[0] as Place | undefined)?.measure;
    assert.ok(actions.some((action) => about(action) === 'roc_auc' && action.title === 'Change Limit of “ROC AUC”…'));
    assert.ok(actions.every((action) => about(action) === undefined || action.command?.command !== 'driftbook.ignoreColumn'));
    // Each measure leads to its own row, by the name it has in the report.
    const shows = actions.filter(({ command }) => command?.command === 'driftbook.showInReport').filter((action) => about(action));
    const measures = ofPerformance().filter((one) => place(one).measure && one.range.isEqual(finding!.range));
    assert.deepEqual(shows.map(about).sort(), [...new Set(measures.map((one) => place(one).measure))].sort());
    assert.ok(shows.some((action) => about(action) === 'roc_auc' && action.title === 'Show “ROC AUC” in Evaluation Report'));
    const codes = actions.filter(about).filter(({ title }) => /_/.test(title));
    assert.deepEqual(
      codes.map(({ title }) => title),
      [],
    );
    assert.ok(actions.some(({ title }) => title === 'Clear Findings of This Comparison'));
  });

  test('a limit of the settings is checked; an unknown measure does not stop the run', async () => {
    await settings().update(
      'measureLimits',
      { roc_auc: { min: 0.99 }, accuracy: { maxDrop: 1 }, no_such_measure: { min: 1 } },
      vscode.ConfigurationTarget.Workspace,
    );
    await evaluate(current(), [current(), reference()]);
    const byCode = (name: string): (string | null | undefined)[] =>
      ofPerformance()
        .filter((finding) => code(finding) === name)
        .map((finding) => place(finding).measure);
    assert.deepEqual(byCode('performance/limit'), ['roc_auc']);
    assert.ok(!byCode('performance/drop').includes('accuracy'));
  });

  test('the report comes back from the list of recent ones, and is run again as what it was', async () => {
    await evaluate(current(), [current()]);
    await closeReports();
    await vscode.commands.executeCommand('driftbook.showLastReport');
    assert.match((await reportsOpen(1))[0]!.label, /^Evaluation: churn-current\.csv$/);
    await closeReports();
    const recent = { reference: null, current: current().fsPath, evaluation: { findings: 0 } };
    await vscode.commands.executeCommand('driftbook.rerunRecent', recent);
    await reportsOpen(1);
    await until('the evaluation', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Evaluation: churn-current.csv');
  });
});
