import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { parseDriftbook } from '../../src/app/driftbook/driftbookDocument.ts';
import { closeReports, compareSample, inWorkspace, reportTabs, until } from './sample.ts';

const text = [
  'version: 1',
  '# what is compared',
  'datasets:',
  '  reference: {path: reference.parquet}',
  '  current:   {path: current.csv}   # of today',
  'cells:',
  '  - markdown: "# Loans"',
  '  - quality: {}',
  '  # the gate',
  '  - drift: {columns: all}',
  '    checks:',
  '      - {measure: drifted_share, max: 99%}',
  '',
].join('\r\n');

const own = (file: vscode.Uri): vscode.Diagnostic[] => vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'Driftbook');

suite('driftbooks', () => {
  // The editor holds notebooks for a while after they were closed: each test has a file of its own.
  let tests = 0;
  const file = (): vscode.Uri => inWorkspace(`loans${tests}.driftbook.yaml`);
  const onDisk = (): Promise<string> => readFile(file().fsPath, 'utf8');

  setup(() => {
    tests++;
    return writeFile(file().fsPath, text);
  });
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeReports();
    await rm(file().fsPath, { force: true });
  });

  test('what is wrong is marked at its place, and goes with its mending and with the file', async () => {
    const open = await vscode.workspace.openTextDocument(file());
    await vscode.window.showTextDocument(open);
    assert.equal(open.languageId, 'driftbook');
    const replace = async (what: string, by: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      const start = open.getText().indexOf(what);
      edit.replace(file(), new vscode.Range(open.positionAt(start), open.positionAt(start + what.length)), by);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await replace('measure: drifted_share', 'measure: drifted_shar');
    await until('a schema error', () => own(file()).length === 1);
    const [wrong] = own(file());
    assert.equal(open.getText(wrong!.range), 'drifted_shar');
    assert.match(wrong!.message, /drifted_share/);
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', file(), wrong!.range);
    const fix = fixes.find(({ title }) => title === 'Change to “drifted_share”');
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)), fixes.map(({ title }) => title).join());
    await until('no error', () => own(file()).length === 0);
    assert.equal(open.getText(), text);
    await replace('{columns: all}', '{columns: all');
    await until('a syntax error', () => own(file()).length > 0);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('nothing of a closed file', () => own(file()).length === 0, 60_000);
  });

  test('keys, measures and columns of the data are offered', async () => {
    const at = async (line: string): Promise<string[]> => {
      await writeFile(file().fsPath, text.replace('cells:', `${line.replace('‸', '')}\r\ncells:`));
      const open = await vscode.workspace.openTextDocument(file());
      await until('the text on disk', () => open.getText().includes(line.replace('‸', '')));
      const offset = open.getText().indexOf(line.replace('‸', '')) + line.indexOf('‸');
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        file(),
        open.positionAt(offset),
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const [first = ''] = (await readFile(inWorkspace('current.csv').fsPath, 'utf8')).split(/[\r\n]/);
    const [column = ''] = first.split(',');
    const offered = await at('columns: {target: ‸}');
    assert.ok(offered.includes(column), `${column} is not among ${offered.join()}`);
    assert.ok((await at('columns: {‸}')).includes('importance'));
  });

  test('a notebook that is opened and saved without an edit has the same bytes; an edit changes its lines alone', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(file());
    assert.equal(notebook.notebookType, 'driftbook');
    await vscode.window.showNotebookDocument(notebook);
    assert.deepEqual(
      notebook.getCells().map(({ kind, document }) => [kind === vscode.NotebookCellKind.Markup, document.languageId]),
      [
        [true, 'markdown'],
        [false, 'driftbook'],
        [false, 'driftbook'],
      ],
    );
    const drift = notebook.cellAt(2).document;
    const all = (source: vscode.TextDocument): vscode.Range => new vscode.Range(0, 0, source.lineCount, 0);
    const source = drift.getText();
    const write = async (by: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(drift.uri, all(drift), by);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    // There and back: the notebook is to be saved, and nothing in it differs.
    await write(`${source} `);
    await write(source);
    assert.ok(await notebook.save());
    assert.equal(await onDisk(), text);
    await write(source.replace('99%', '98%'));
    assert.ok(await notebook.save());
    assert.equal(await onDisk(), text.replace('99%', '98%'));
    await write('drift: {');
    await assert.doesNotReject(async () => assert.equal(await notebook.save().then(Boolean, () => false), false));
    assert.equal(await onDisk(), text.replace('99%', '98%'));
  });

  test('a file that cannot be read is not opened as a notebook, and stays as it is', async () => {
    const broken = inWorkspace('broken.driftbook.yaml');
    const held = 'version: 1\ncells: [\n';
    await writeFile(broken.fsPath, held);
    try {
      await assert.rejects(async () => vscode.workspace.openNotebookDocument(broken));
      assert.equal(await readFile(broken.fsPath, 'utf8'), held);
    } finally {
      await rm(broken.fsPath, { force: true });
    }
  });

  test('cells run in the notebook, and their outputs have a plain text', async function () {
    this.timeout(120_000);
    const notebook = await vscode.workspace.openNotebookDocument(file());
    await vscode.window.showNotebookDocument(notebook);
    await vscode.commands.executeCommand('notebook.selectKernel', { id: 'driftbook', extension: 'driftbook.driftbook' });
    await vscode.commands.executeCommand('notebook.execute');
    const cells = (): vscode.NotebookCell[] => notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Code);
    await until('outputs', () => cells().every(({ executionSummary }) => executionSummary?.success !== undefined), 60_000);
    for (const { executionSummary, outputs } of cells()) {
      const shown = outputs.flatMap(({ items }) => items.map(({ data }) => new TextDecoder().decode(data)));
      assert.equal(executionSummary?.success, true, shown.join('\n'));
      assert.deepEqual(outputs[0]?.items.map(({ mime }) => mime).sort(), ['text/markdown', 'text/plain']);
    }
    const [, drift] = cells();
    assert.match(new TextDecoder().decode(drift!.outputs[0]!.items.find(({ mime }) => mime === 'text/plain')!.data), /✓ drifted_share/);
  });

  test('a driftbook runs from its text, and its report is shown', async function () {
    this.timeout(120_000);
    await vscode.commands.executeCommand('driftbook.runDriftbook', file());
    await until('a report', () => reportTabs().length === 1, 60_000);
  });

  test('a new driftbook reads without a problem', async () => {
    await vscode.commands.executeCommand('driftbook.newDriftbook');
    const open = vscode.window.activeTextEditor!.document;
    assert.equal(open.languageId, 'driftbook');
    assert.deepEqual(parseDriftbook(open.getText()).problems, []);
  });

  test('the report on screen is saved as a driftbook that reads', async function () {
    this.timeout(120_000);
    await compareSample();
    const saved = vscode.commands.executeCommand('driftbook.saveAsDriftbook');
    // The question for a name stands in the workbench: the path that it offers is taken.
    const accepted = (async () => {
      for (let i = 0; i < 400; i++) {
        const found = await vscode.workspace.findFiles('*.driftbook.yaml');
        if (found.some(({ fsPath }) => fsPath.endsWith('current.driftbook.yaml'))) return;
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await new Promise((next) => setTimeout(next, 50));
      }
    })();
    await Promise.all([saved, accepted]);
    const written = inWorkspace('current.driftbook.yaml');
    try {
      const { driftbook, problems } = parseDriftbook(await readFile(written.fsPath, 'utf8'));
      assert.deepEqual(problems, []);
      assert.deepEqual(driftbook?.datasets, { reference: { path: 'reference.parquet' }, current: { path: 'current.csv' } });
    } finally {
      await rm(written.fsPath, { force: true });
    }
  });
});
