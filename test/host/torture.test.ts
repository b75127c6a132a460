import assert from 'node:assert/strict';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { mulberry32 } from '../../src/core/stats/samples/mulberry32.ts';
import { workFolderOwner } from '../../src/engine/workFolderName.ts';
import { engineProcesses } from '../harness/engineProcesses.ts';
import { writeSlowTable } from '../harness/slowTable.ts';
import { closeReports, compareFiles, compareSample, findings, inWorkspace, reportsOpen, until } from './sample.ts';
import { workFolders } from './workFolders.ts';

/** Random work, cancels and changes of files: afterwards the host is as it was. `npm run torture` asks for many more steps than the suite. */
const steps = Number(process.env.DRIFTBOOK_TORTURE_STEPS || 25);
const random = mulberry32(Number(process.env.DRIFTBOOK_TORTURE_SEED || 1));
const below = (n: number): number => Math.floor(random() * n);
const mb = (): number => process.memoryUsage().rss / 2 ** 20;
const names = ['reference.parquet', 'current.csv', 'torn.csv', 'torn.jsonl', 'slow.csv', 'gone.csv'] as const;
const file = (): vscode.Uri => inWorkspace(names[below(names.length)]!);

/** Engines of this host; none where the system does not tell. */
const engines = (): number => engineProcesses()?.length ?? 0;

suite('torture', () => {
  let csv = '';
  let jsonl = '';
  const running = new Set<Promise<void>>();

  const pause = (ms: number): Promise<void> => new Promise((next) => setTimeout(next, ms));
  const restore = async (): Promise<void> => {
    await writeFile(inWorkspace('torn.csv').fsPath, csv);
    await writeFile(inWorkspace('torn.jsonl').fsPath, jsonl);
  };
  const acts: readonly (() => unknown)[] = [
    () => start(),
    () => start(),
    () => start(),
    () => pause(below(300)),
    () => pause(below(40)),
    () => vscode.commands.executeCommand('workbench.action.closeAllEditors'),
    () => vscode.commands.executeCommand('workbench.action.closeActiveEditor'),
    () => vscode.commands.executeCommand('driftbook.showLastReport'),
    () => vscode.commands.executeCommand('driftbook.clearFindings'),
    () => truncate(inWorkspace('torn.csv').fsPath, below(csv.length)).catch(() => {}),
    () => truncate(inWorkspace('torn.jsonl').fsPath, below(jsonl.length)).catch(() => {}),
    () => rm(inWorkspace('torn.csv').fsPath, { force: true }),
    () => writeFile(inWorkspace('torn.csv').fsPath, Buffer.from(Array.from({ length: 500 }, () => below(256)))),
    restore,
    () => vscode.workspace.getConfiguration('driftbook').update('profile', ['default', 'strict', 'sensitive'][below(3)]),
  ];

  function start(): void {
    const run = compareFiles(file(), file()).finally(() => running.delete(run));
    running.add(run);
  }

  suiteSetup(async function () {
    this.timeout(120_000);
    await writeSlowTable(inWorkspace('slow.csv').fsPath, 60_000);
    csv = await readFile(inWorkspace('current.csv').fsPath, 'utf8');
    jsonl = Array.from({ length: 4000 }, (_, i) => `{"age": ${i % 80}, "kind": "${i % 7}"}\n`).join('');
    await restore();
  });
  suiteTeardown(async () => {
    await vscode.workspace.getConfiguration('driftbook').update('profile', undefined);
    for (const name of ['slow.csv', 'torn.csv', 'torn.jsonl']) await rm(inWorkspace(name).fsPath, { force: true });
    await rm(inWorkspace('.vscode').fsPath, { recursive: true, force: true });
  });

  test(`${steps} random steps: the host lives, no work folder is left, memory comes back, and it compares as before`, async function () {
    this.timeout(120_000 + steps * 4000);
    const { pid } = process;
    const failures: unknown[] = [];
    const note = (error: unknown): void => void failures.push(error);
    process.on('unhandledRejection', note);
    await compareSample();
    await closeReports();
    const before = mb();
    let most = before;
    for (let step = 0; step < steps; step++) {
      await acts[below(acts.length)]!();
      // At most four at once: an editor shows no more than a person opens.
      if (running.size > 4) await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      while (running.size > 4) await Promise.race(running);
      most = Math.max(most, mb());
      if ((step + 1) % 100 === 0) console.log(`  - ${step + 1} steps, ${mb().toFixed(0)} MB`);
    }
    await closeReports();
    await Promise.all(running);
    await closeReports();
    await restore();
    await compareSample();
    await reportsOpen(1);
    assert.ok(findings(inWorkspace('current.csv')).length > 0, 'the sample still has its findings');
    await closeReports();
    process.off('unhandledRejection', note);
    assert.equal(process.pid, pid);
    assert.deepEqual(failures, []);
    await until('all engines but one to end', () => engines() <= 1);
    if (steps >= 100) {
      // The last engine is ended after a minute without work, and its memory with it.
      await until('the engine to end', () => engines() === 0, 150_000);
      assert.deepEqual(await workFolders(), [], 'no work folder is left');
    } else {
      // Those of this process are of revisions, which are kept for a minute after their last use.
      const ofEngines = (await workFolders()).filter((name) => workFolderOwner(name)?.pid !== pid);
      assert.ok(ofEngines.length <= 1, 'only the comparison kept open has a work folder');
    }
    const after = mb();
    console.log(`  - ${steps} steps: ${before.toFixed(0)} MB before, at most ${most.toFixed(0)} MB, ${after.toFixed(0)} MB after`);
    assert.ok(after < before + 250, `${after} MB after, ${before} MB before`);
  });
});
