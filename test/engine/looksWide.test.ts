import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { resolveFiles, type SourceFiles } from '../../src/engine/files/resolveFiles.ts';
import { sources } from '../../src/engine/sources/registry.ts';
import { calm, workplace } from './workplace.ts';

const place = await workplace('wide');
const line = (separator: string, columns: number): string =>
  `${Array.from({ length: columns }, (_, i) => `c${i}`).join(separator)}\n${Array.from({ length: columns }, () => 1).join(separator)}\n`;

const looksWide = ({ format, files }: SourceFiles): Promise<boolean> => sources[format].looksWide(files[0]!);

test('a text of very many columns is told by its first line, unpacked if need be; other files are not looked into', async () => {
  const of = async (name: string, data: string | Uint8Array): Promise<boolean> =>
    looksWide(await resolveFiles(await place.write(name, data), {}, calm));
  assert.equal(await of('wide.csv', line(',', 600)), true);
  assert.equal(await of('semicolons.csv', line(';', 600)), true);
  assert.equal(await of('narrow.csv', line(',', 20)), false);
  assert.equal(await of('long.csv', `a,b\n${'1,2\n'.repeat(1000)}`), false);
  assert.equal(await of('packed.csv.gz', gzipSync(line(',', 600))), true);
  assert.equal(await of('narrow.csv.gz', gzipSync(line(',', 20))), false);
  assert.equal(await of('cut.csv.gz', gzipSync(line(',', 600)).subarray(0, 40)), false);
  assert.equal(await of('rows.jsonl', `{"a": "${','.repeat(600)}"}\n`), false);
});

test('a file that has gone is left to its reader', async () => {
  const files = await resolveFiles(await place.write('gone.csv', line(',', 600)), {}, calm);
  await rm(place.path('gone.csv'));
  assert.equal(await looksWide(files), false);
});
