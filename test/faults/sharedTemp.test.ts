import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { cliPath } from '../cli/runCli.ts';
import { waitFor } from '../harness/waitFor.mjs';
import { makePlace, type Place, sound } from './place.ts';

let place: Place;
before(async () => {
  place = await makePlace();
  mkdirSync(place.path('temp'));
  await place.table('then.csv');
  await place.table('now.csv');
  // Takes seconds: there is time for another run beside it.
  const { x } = sound;
  await place.table(
    'long.csv',
    Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`c${i}`, Array.from({ length: 50_000 }, (_, row) => x![(row * 31 + i) % 200]!)]),
    ),
  );
});
after(() => place.remove());

const noNamespaces = (): string | false => {
  try {
    execFileSync('unshare', ['--pid', '--fork', '--mount-proc', 'true'], { stdio: 'ignore' });
    return false;
  } catch {
    return 'needs Linux and the right to make a namespace of process ids (root)';
  }
};

test('a run in a container leaves alone what a live run outside has in the same folder for temporary files', {
  skip: noNamespaces(),
}, async () => {
  const options = { cwd: place.folder, env: { ...process.env, TMPDIR: place.path('temp') } };
  const outside = spawn(process.execPath, [cliPath, 'compare', 'long.csv', 'long.csv', '--quiet'], { ...options, stdio: 'ignore' });
  let ended = false;
  const code = new Promise<number | null>((done) => {
    outside.on('close', (exit) => {
      ended = true;
      done(exit);
    });
  });
  const entries = (): string[] => readdirSync(place.path('temp'), { recursive: true, encoding: 'utf8' });
  // Its folder, and in it what it works with.
  await waitFor('the run outside to have its folder', () => entries().some((name) => /driftbook-[^/]*-\d+-/.test(name)), 20_000, 5);
  const [folder] = entries();
  const inside = ['--pid', '--fork', '--mount-proc', process.execPath, cliPath, 'compare', 'then.csv', 'now.csv', '--quiet'];
  const { status, stderr } = spawnSync('unshare', inside, { ...options, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const still = entries();
  await new Promise((next) => setImmediate(next));
  assert.equal(ended, false, 'the run outside is still under way');
  assert.ok(still.includes(folder!), 'its folder is there');
  assert.equal(await code, 0);
  assert.deepEqual(entries(), []);
});
