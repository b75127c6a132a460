import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { writeSlowTable } from '../harness/slowTable.ts';
import { closeReports, compareFiles, compareSample, findings, inWorkspace, reportsOpen } from './sample.ts';

suite('cancel', () => {
  const slow = (): vscode.Uri => inWorkspace('slow.csv');
  const slower = (): vscode.Uri => inWorkspace('slower.csv');

  suiteSetup(async function () {
    this.timeout(120_000);
    await writeSlowTable(slow().fsPath, 150_000);
    await writeSlowTable(slower().fsPath, 150_000);
  });
  suiteTeardown(async () => {
    await rm(slow().fsPath, { force: true });
    await rm(slower().fsPath, { force: true });
  });

  // Ending a thread amid a query aborts its whole process: the engine's, never this one.
  test('closing the panel 50 times at any moment of a run never ends the extension host', async function () {
    this.timeout(240_000);
    const { pid } = process;
    let cancelled = 0;
    let slowest = 0;
    for (let i = 0; i < 50; i++) {
      const run = compareFiles(slow(), slower());
      await reportsOpen(1);
      await new Promise((next) => setTimeout(next, i * 15));
      const closed = performance.now();
      await closeReports();
      await run;
      slowest = Math.max(slowest, performance.now() - closed);
      if (findings(slower()).length === 0) cancelled++;
    }
    console.log(`  - closed 50 times, ${cancelled} without findings, slowest end ${slowest.toFixed(0)} ms`);
    assert.equal(process.pid, pid);
    await compareSample();
    await reportsOpen(1);
    await closeReports();
  });

  test('a pair that was cancelled can be compared again at once', async function () {
    this.timeout(120_000);
    const first = compareFiles(slow(), slower());
    await reportsOpen(1);
    await closeReports();
    const second = compareFiles(slow(), slower());
    await Promise.all([first, second]);
    await reportsOpen(1);
    await closeReports();
  });

  test('cancelled runs leave no spilled data behind', async () => {
    const storage = join(process.env.DRIFTBOOK_HOST_RESULT ?? '/', '..', 'd/data/User/globalStorage/driftbook.driftbook/temp');
    const left = await readdir(storage, { recursive: true }).catch(() => []);
    assert.deepEqual(
      left.filter((name) => /\.(tmp|block|duckdb)/.test(name)),
      [],
    );
  });
});
