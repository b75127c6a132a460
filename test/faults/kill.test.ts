import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { mulberry32 } from '../../src/core/stats/mulberry32.ts';
import { cliPath, runCli } from '../cli/runCli.ts';
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
  const args = ['compare', 'then.csv', 'now.csv', '--quiet', ...Object.entries(outputs).flatMap(([kind, name]) => [`--${kind}`, name])];
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
  const left = readdirSync(place.path('temp')).filter((name) => readdirSync(join(place.path('temp'), name)).length > 0);
  assert.deepEqual(left, [], 'spilled data of killed runs are gone');
});
