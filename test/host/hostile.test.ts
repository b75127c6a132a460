import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { closeReports, compareFiles, findings, inWorkspace } from './sample.ts';

/** A name that would end the text it stands in, were it decoded once more. */
const column = '100%25 %22,%22reportId%22:%22x%22 [a](command:b)';

suite('hostile names', () => {
  const [then, now] = ['then.csv', 'now.csv'];
  const rows = (shift: number): string =>
    [`id,"${column}"`, ...Array.from({ length: 300 }, (_, i) => `${i},${((i * 7919) % 300) / 100 + shift}`)].join('\n');

  suiteSetup(async () => {
    await writeFile(inWorkspace(then).fsPath, rows(0));
    await writeFile(inWorkspace(now).fsPath, rows(2));
  });
  suiteTeardown(async () => {
    await closeReports();
    for (const name of [then, now]) await rm(inWorkspace(name).fsPath, { force: true });
  });

  test('the way from a finding into its report names the column, however often the editor decodes it; its text holds no link', async () => {
    await compareFiles(inWorkspace(then), inWorkspace(now));
    const [finding] = findings(inWorkspace(now));
    assert.ok(finding);
    assert.match(finding.message, /100%25 .*\[a\] \(command:b\)/);
    const { target } = finding.code as { target: vscode.Uri };
    assert.equal(target.path, 'driftbook.showInReport');
    let { query } = target;
    for (let decoded = 0; decoded < 3; decoded++) {
      const [place] = JSON.parse(query) as [{ column: string; reportId: string }];
      assert.equal(place.column, column);
      assert.notEqual(place.reportId, 'x');
      query = decodeURIComponent(query);
    }
  });
});
