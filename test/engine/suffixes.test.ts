import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DataError } from '../../src/core/data/dataError.ts';
import { fingerprint } from '../../src/engine/files/fingerprint.ts';
import { resolveFiles } from '../../src/engine/files/resolveFiles.ts';
import { temporaryFolder } from '../harness/temporaryFolder.mjs';
import { calm } from './workplace.ts';

test('a file of another ending is read as the spec says, packed or not', async () => {
  const folder = await temporaryFolder('suffixes');
  try {
    const plain = join(folder.path, 'A.Dat');
    const packed = join(folder.path, 'a.dat.gz');
    await writeFile(plain, 'a,b\n1,2\n');
    await writeFile(packed, gzipSync('a,b\n1,2\n'));
    await assert.rejects(resolveFiles(plain, {}, calm), (error) => error instanceof DataError && error.code === 'unsupported_format');
    assert.equal((await resolveFiles(plain, { '.dat': 'csv' }, calm)).format, 'csv');
    assert.equal((await resolveFiles(packed, { '.dat': 'csv' }, calm)).files[0]?.packing, 'gzip');
    await assert.rejects(resolveFiles(packed, { '.dat': 'parquet' }, calm), (error) => error instanceof DataError);
    // A comparison that is kept open is not taken for one whose files are read another way.
    const both = { reference: { path: plain }, current: { path: plain } };
    const asCsv = await fingerprint({ ...both, suffixes: { '.dat': 'csv' } }, calm);
    assert.notEqual(asCsv, null);
    assert.notEqual(asCsv, await fingerprint({ ...both, suffixes: { '.dat': 'json' } }, calm));
  } finally {
    await folder.remove();
  }
});
