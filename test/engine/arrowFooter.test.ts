import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DataError } from '../../src/core/data/dataError.ts';
import { openComparison } from '../../src/engine/openComparison.ts';
import { workplace } from './workplace.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

test('an Arrow file whose footer leads beyond its end is damage, told at once', { timeout: 30_000 }, async () => {
  const place = await workplace('footer');
  // Found by fuzzing (seed 70448653): apache-arrow 21 reads it without end.
  const path = fixture('faults/footer-beyond-the-end.arrow');
  const { signal } = new AbortController();
  const spec = { reference: { path: fixture('fuzz/file.arrow') }, current: { path } };
  await assert.rejects(
    openComparison(spec, place.engine, signal, () => {}),
    (error: unknown) => error instanceof DataError && error.code === 'corrupt_file' && error.details.file === path,
  );
});
