import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { type GitRepository, gitRepository } from '../harness/gitRepository.ts';
import { acceptAll, closeReports, findings, inWorkspace, reportsOpen } from './sample.ts';

/** Compare with Git Revision…, as the menus call it, on a repository that the real git made of the sample. */
suite('revisions', () => {
  let repository: GitRepository;
  const current = (): vscode.Uri => inWorkspace('current.csv');
  let content: string;

  suiteSetup(async () => {
    content = await readFile(current().fsPath, 'utf8');
    const [header, ...lines] = content.trimEnd().split('\n');
    await writeFile(current().fsPath, [`${header},extra`, ...lines.map((line, i) => `${line},${i % 7}`), ''].join('\n'));
    repository = gitRepository(inWorkspace('.').fsPath);
    repository.commit('the sample ](command:x)');
    await writeFile(current().fsPath, content);
  });
  suiteTeardown(async () => {
    await rm(inWorkspace('.git').fsPath, { recursive: true, force: true });
  });
  teardown(async () => {
    await vscode.commands.executeCommand('driftbook.clearFindings');
    await closeReports();
  });

  for (const [place, target] of [
    ['the Explorer and the editor title', (): unknown => current()],
    ['the source-control view', (): unknown => ({ resourceUri: current() })],
    ['a change of a .dvc file there', (): unknown => ({ resourceUri: inWorkspace('current.csv.dvc') })],
  ] as const) {
    test(`from ${place}: HEAD is marked first, and the report names it`, async () => {
      await acceptAll(vscode.commands.executeCommand('driftbook.compareWithRevision', target()));
      const [tab] = await reportsOpen(1);
      assert.match(tab!.label, /current\.csv @ HEAD → current\.csv$/);
      const found = findings(current());
      assert.ok(
        found.some(({ message }) => message.includes('extra')),
        'a column of HEAD is missed',
      );
      const [related] = found[0]!.relatedInformation ?? [];
      assert.equal(related?.location.uri.fsPath, current().fsPath);
      assert.match(related?.message ?? '', new RegExp(`current\\.csv @ HEAD \\(${repository.git('rev-parse', 'HEAD').slice(0, 7)}\\)`));
    });
  }

  test('the active file is meant where none is clicked', async () => {
    await vscode.window.showTextDocument(current());
    await acceptAll(vscode.commands.executeCommand('driftbook.compareWithRevision'));
    await reportsOpen(1);
    assert.equal(basename(current().fsPath), 'current.csv');
  });
});
