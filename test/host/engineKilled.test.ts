import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { mulberry32 } from '../../src/core/stats/samples/mulberry32.ts';
import { engineProcesses } from '../harness/engineProcesses.ts';
import { writeSlowTable } from '../harness/slowTable.ts';
import { closeReports, compareFiles, compareSample, findings, inWorkspace, until } from './sample.ts';
import { logFiles, workFolders } from './workFolders.ts';

/** `npm run torture -- --kills 100` asks for more than the suite. */
const kills = Number(process.env.DRIFTBOOK_KILLS || 20);
const random = mulberry32(Number(process.env.DRIFTBOOK_TORTURE_SEED || 1));

suite('engine killed', () => {
  const slow = () => inWorkspace('beside.csv');
  const slower = () => inWorkspace('beside2.csv');
  const engines = (): number[] => engineProcesses() ?? [];
  const log = async (): Promise<string> => (await Promise.all((await logFiles()).map((file) => readFile(file, 'utf8')))).join('');
  const count = (text: string, of: RegExp): number => text.match(of)?.length ?? 0;

  suiteSetup(async function () {
    this.timeout(60_000);
    await writeSlowTable(slow().fsPath, 90_000);
    await writeSlowTable(slower().fsPath, 90_000);
  });
  suiteTeardown(async () => {
    for (const file of [slow(), slower()]) await rm(file.fsPath, { force: true });
  });

  /** Ends the engines that are kept for the next comparison: a round begins without any. */
  async function endIdle(): Promise<void> {
    for (const pid of engines()) process.kill(pid, 'SIGKILL');
    await until('the idle engines to end', () => engines().length === 0);
    // The host removes their folders: then it knows that they are gone.
    await noFolders();
  }

  /** Waits until no work folder is left of a process, or none at all. */
  async function noFolders(pid?: number): Promise<void> {
    const end = Date.now() + 20_000;
    for (;;) {
      const left = (await workFolders()).filter((name) => pid === undefined || name.includes(`-${pid}-`));
      if (left.length === 0) return;
      assert.ok(Date.now() < end, `left: ${left.join(', ')}`);
      await new Promise((next) => setTimeout(next, 20));
    }
  }

  test(`kill -9 of the engine at ${kills} moments of a run: the host and the other comparison live, it is told, nothing stays, the next run works`, async function () {
    if (engineProcesses() === null) this.skip();
    this.timeout(60_000 + kills * 15_000);
    const { pid } = process;
    const failures: unknown[] = [];
    const note = (error: unknown): void => void failures.push(error);
    process.on('unhandledRejection', note);
    process.on('uncaughtException', note);
    const current = inWorkspace('current.csv');
    await endIdle();
    const begun = performance.now();
    await compareSample();
    const whole = performance.now() - begun;
    await closeReports();
    const before = await log();
    let killed = 0;
    let beside = 0;
    for (let round = 0; round < kills; round++) {
      await endIdle();
      let over = false;
      const other = compareFiles(slow(), slower()).then(() => {
        over = true;
      });
      await until('the engine of the other comparison', () => engines().length === 1);
      const [spared] = engines();
      const start = performance.now();
      const run = compareSample();
      await until('the engine of the run', () => engines().length === 2);
      const victim = engines().find((one) => one !== spared)!;
      // What is tested is the moment: anywhere in the length of a run.
      const moment = whole * random();
      await new Promise((next) => setTimeout(next, Math.max(0, moment - (performance.now() - start))));
      if (!over) beside++;
      try {
        process.kill(victim, 'SIGKILL');
      } catch {
        // It had done its work and was ended for the other's sake.
      }
      await run;
      // A run that failed ends after its folder; a process that had done its work is cleared up after on its own.
      await noFolders(victim);
      // A run that failed takes its findings along.
      if (findings(current).length === 0) killed++;
      await other;
      assert.equal(process.pid, pid);
      await closeReports();
    }
    await endIdle();
    await compareSample();
    assert.ok(findings(current).length > 0, 'the next run works');
    await closeReports();
    process.off('unhandledRejection', note);
    process.off('uncaughtException', note);
    assert.deepEqual(failures, []);
    const since = (await log()).slice(before.length);
    const told = count(since, /reader_ended \{"files":\["[^"]*reference\.parquet","[^"]*current\.csv"\],"found":"SIGKILL"\}/g);
    const done = count(since, /done in \d+ ms/g);
    console.log(
      `  - a run takes ${whole.toFixed(0)} ms; ${killed} of ${kills} killed amid it, ${beside} of them beside another; ${done} runs done`,
    );
    assert.ok(told >= killed, `${told} of ${killed} told with their files`);
    assert.equal(count(since, /\[error\]/g), killed, 'no other failure');
    assert.equal(done, kills + (kills - killed) + 1, 'every other run was done');
    assert.ok(killed >= kills / 2 && beside >= kills / 2, `${killed} killed, ${beside} beside another`);
  });
});
