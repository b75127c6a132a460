import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { hangingFiles } from '../harness/hangingFiles.ts';
import { runCli } from './runCli.ts';

/** Ctrl-C amid comparisons that were deaf to it. */
const cwd = mkdtempSync(join(tmpdir(), 'driftbook-hanging-'));
after(() => rmSync(cwd, { recursive: true, force: true }));
const write = async (name: string, data: string | Uint8Array): Promise<string> => {
  const path = join(cwd, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, data);
  return path;
};

for (const [i, { what, reference, current }] of (await hangingFiles(write)).entries()) {
  test(`Ctrl-C ends it at once: ${what}`, { skip: process.platform === 'win32' && 'Windows has no such signal' }, async (t) => {
    const temporary = join(cwd, `temporary-${i}`);
    mkdirSync(temporary);
    let seen = 0;
    const { code, stderr, endedMs } = await runCli(['compare', reference, current, '--quiet'], {
      cwd,
      env: { TMPDIR: temporary },
      // A moment after it has begun.
      interruptWhen: () => readdirSync(temporary).length > 0 && ++seen > 15,
    });
    assert.deepEqual(readdirSync(temporary), [], 'no temporary file is left');
    t.diagnostic(code === 130 ? `${Math.round(endedMs)} ms from the signal to the end of the program` : 'it had ended before');
    // Whatever ends by itself within a moment need not be cancelled.
    if (code !== 130) return assert.ok(code !== null && code <= 3, stderr);
    // The aim is 500 ms on a free machine; a shared one is given four times that.
    assert.ok(endedMs <= 2000, `${endedMs} ms`);
  });
}
