import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { mulberry32 } from '../../src/core/stats/samples/mulberry32.ts';
import { cliPath, runCli } from '../cli/runCli.ts';
import { engineProcesses } from '../harness/engineProcesses.ts';
import { waitFor } from '../harness/waitFor.mjs';
import { makePlace, type Place, sound } from './place.ts';

let place: Place;
before(async () => {
  place = await makePlace();
  mkdirSync(place.path('temp'));
  await place.table('then.csv');
  // Many columns make large outputs: there is time to be killed while they are written.
  await place.table('now.csv', { ...sound, x: sound.x!.map((x) => Number(x) + 9) });
});
after(() => place.remove());

const outputs = { html: 'out.html', json: 'out.json', csv: 'out.csv', markdown: 'out.md' } as const;
const old = (kind: string): string => `old ${kind}\n`;

/** Whether a file is what a finished run writes. */
function isWhole(kind: string, text: string): boolean {
  if (kind === 'json') return JSON.parse(text).schema === 'driftbook.report';
  if (kind === 'html') return text.startsWith('<!DOCTYPE html>') && text.trimEnd().endsWith('</html>');
  if (kind === 'csv') return text.startsWith('column,') && text.endsWith('\r\n') && text.trim().split('\r\n').length === 4;
  return text.startsWith('# ') && text.endsWith('\n') && text.includes('`day`');
}

test('killed at 50 moments: every file is the old one or the whole new one, and the next run clears up', async (t) => {
  const args = [
    'compare',
    'then.csv',
    'now.csv',
    '--quiet',
    '--fail-on',
    'never',
    ...Object.entries(outputs).flatMap(([kind, name]) => [`--${kind}`, name]),
  ];
  const env = { TMPDIR: place.path('temp') };
  const begin = performance.now();
  assert.equal((await runCli(args, { cwd: place.folder, env })).code, 0);
  const whole = performance.now() - begin;
  const random = mulberry32(7);
  let killed = 0;
  let amidWriting = 0;
  const seen = { old: 0, whole: 0 };
  for (let round = 0; round < 50; round++) {
    for (const [kind, name] of Object.entries(outputs)) writeFileSync(place.path(name), old(kind));
    const child = spawn(process.execPath, [cliPath, ...args], { cwd: place.folder, env: { ...process.env, ...env }, stdio: 'ignore' });
    const ended = new Promise<string | null>((done) => child.on('close', (_code, signal) => done(signal)));
    // Every other time as soon as a file is being written, so that half of the kills hit the writing.
    let writing = 0;
    const wanted = 1 + (round % 8);
    const watcher = watch(place.folder, (_event, name) => {
      if (round % 2 === 0 && name?.endsWith('.tmp') && ++writing === wanted) child.kill('SIGKILL');
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), round % 2 === 0 ? 60_000 : whole * random() * 1.1);
    if ((await ended) === 'SIGKILL') killed++;
    clearTimeout(timer);
    watcher.close();
    if (writing > 0 && round % 2 === 0) amidWriting++;
    for (const [kind, name] of Object.entries(outputs)) {
      const text = readFileSync(place.path(name), 'utf8');
      if (text === old(kind)) seen.old++;
      else {
        assert.ok(isWhole(kind, text), `round ${round}: ${name} is torn: ${text.length} characters`);
        seen.whole++;
      }
    }
  }
  t.diagnostic(`${killed} of 50 killed, ${amidWriting} of them while writing; files: ${seen.old} old, ${seen.whole} whole`);
  assert.ok(killed >= 25, `${killed} killed`);
  assert.ok(amidWriting >= 10 && seen.old > 0);
  assert.equal((await runCli(args, { cwd: place.folder, env })).code, 0);
  await waitFor('spilled data of killed runs to be gone', () => readdirSync(place.path('temp')).length === 0);
});

/** Moments over the length of a run. */
const moments = 12;
test(`kill -9 of the engine alone, at ${moments} moments: the program says so with the files, exits with 3 and leaves nothing; the next run works`, {
  skip: process.platform !== 'linux' && 'finds the engine in /proc',
}, async (t) => {
  const args = ['compare', 'then.csv', 'now.csv', '--fail-on', 'never', '--json', 'killed.json'];
  const env = { ...process.env, LC_ALL: 'C', LANG: 'C', TMPDIR: place.path('temp') };
  const random = mulberry32(11);
  let whole = 0;
  let killed = 0;
  for (let round = 0; round <= moments; round++) {
    rmSync(place.path('killed.json'), { force: true });
    const child = spawn(process.execPath, [cliPath, ...args], { cwd: place.folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    const engine = await waitFor('the engine', () => engineProcesses(child.pid)?.[0], 10_000, 2);
    const begin = performance.now();
    // The first run is left alone: it says how long one takes.
    const timer = round === 0 ? undefined : setTimeout(() => killEngine(engine), whole * random());
    const code = await ended;
    clearTimeout(timer);
    if (round === 0) whole = performance.now() - begin;
    assert.deepEqual(readdirSync(place.path('temp')), [], `round ${round}`);
    if (code === 0) continue;
    killed++;
    assert.equal(code, 3, stderr);
    assert.match(stderr, /^driftbook: The process that was reading then\.csv together with now\.csv was ended from outside \(SIGKILL\)/);
    assert.ok(!existsSync(place.path('killed.json')));
  }
  t.diagnostic(`${killed} of ${moments} runs of ${Math.round(whole)} ms lost their engine`);
  assert.ok(killed >= moments / 2, `${killed} killed`);
  assert.equal((await runCli(args, { cwd: place.folder, env: { TMPDIR: place.path('temp') } })).code, 0);
});

/** It may have ended by itself meanwhile. */
function killEngine(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {}
}
