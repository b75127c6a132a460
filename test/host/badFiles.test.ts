import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeReports, compareFiles, compareSample, findings, inWorkspace, reportsOpen } from './sample.ts';

suite('bad files', () => {
  const bad: Readonly<Record<string, string | Uint8Array>> = {
    'empty.csv': '',
    'header.csv': 'a,b,c\n',
    'broken.parquet': 'PAR1 and no more',
    'cut.csv.gz': new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b]),
    'noise.arrow': new Uint8Array(2000).map((_, i) => (i * 7919) % 251),
    'open.jsonl': '{"a":1}\n{"a":\n',
    'other.csv': 'nothing,in,common\n1,2,3\n4,5,6\n',
  };

  suiteSetup(async () => {
    for (const [name, content] of Object.entries(bad)) await writeFile(inWorkspace(name).fsPath, content);
  });
  suiteTeardown(async () => {
    for (const name of Object.keys(bad)) await rm(inWorkspace(name).fsPath, { force: true });
  });
  teardown(closeReports);

  for (const name of [...Object.keys(bad), 'gone.csv']) {
    test(`${name}: told in its panel, without findings, and the next comparison works`, async () => {
      const { pid } = process;
      await compareFiles(inWorkspace('reference.parquet'), inWorkspace(name));
      await reportsOpen(1);
      assert.equal(findings(inWorkspace(name)).length, 0);
      assert.equal(process.pid, pid);
      await closeReports();
      await compareSample();
      assert.ok(findings(inWorkspace('current.csv')).length > 0);
    });
  }

  test('something that is no data file, and one file alone, are refused before anything opens', async () => {
    await compareFiles(inWorkspace('reference.parquet'), inWorkspace('README.md'));
    await vscode.commands.executeCommand('driftbook.compareSelected', inWorkspace('current.csv'), [inWorkspace('current.csv')]);
    await reportsOpen(0);
  });
});
