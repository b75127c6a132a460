import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { emptiness } from '../faults/cases/emptiness.ts';
import { encoding } from '../faults/cases/encoding.ts';
import { shape } from '../faults/cases/shape.ts';
import { makePlace } from '../faults/place.ts';
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

  // The table the program is tested with (test/faults): what is refused there opens a panel that says why, and no more. Native code stays out of the host.
  const table = [...emptiness, ...shape, ...encoding].filter(({ outcome, format }) => outcome === 'refused' && !/parquet|zst/.test(format));
  test(`${table.length} kinds of broken files of the table: each told in its panel, none with findings, and the host lives`, async function () {
    this.timeout(20_000 * table.length);
    const { pid } = process;
    for (const one of table) {
      const place = await makePlace();
      try {
        const { reference, current } = await one.make(place);
        await compareFiles(vscode.Uri.file(reference), vscode.Uri.file(current));
        await reportsOpen(1);
        assert.equal(findings(vscode.Uri.file(current)).length, 0, `${one.what} ${one.format}`);
        await closeReports();
      } finally {
        await place.remove();
      }
    }
    assert.equal(process.pid, pid);
    await compareSample();
    assert.ok(findings(inWorkspace('current.csv')).length > 0);
  });
});
