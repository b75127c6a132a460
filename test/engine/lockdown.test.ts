import assert from 'node:assert/strict';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { DataError } from '../../src/core/data/dataError.ts';
import { Database } from '../../src/engine/database/database.ts';
import { readerError } from '../../src/engine/database/readerError.ts';
import { calm, literal, workplace } from './workplace.ts';

/** The locked database as openComparison opens it: two files it may read, one folder for spilled data. Whatever SQL gets in, that is all it has. */
const place = await workplace('lockdown');
const mine = await place.write('mine.csv', 'a\n1\n');
const secret = await place.write('secret.csv', 'a\nsecret\n');
const work = place.path('work');
await mkdir(work);
const link = place.path('work/link.csv');
await symlink(secret, link);

const database = await Database.open({ files: [mine], directory: work, memoryMb: 256, threads: 2 });
after(() => database.close());

/** A server that must never be asked anything. */
let asked = 0;
const server = createServer((_request, response) => {
  asked++;
  response.end('a\n1\n');
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
after(() => server.close());
const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;

test('the files it was opened for can be read', async () => {
  assert.deepEqual(await database.rows(`SELECT a FROM read_csv(${literal(mine)})`, calm), [{ a: '1' }]);
});

test('a file that is gone by now is told as that, however it is packed', async () => {
  for (const [name, reader] of [
    ['gone.csv', 'read_csv'],
    ['gone.csv.zst', 'read_csv'],
    ['gone.csv.gz', 'read_csv'],
    ['gone.parquet', 'read_parquet'],
    ['gone.json', 'read_json'],
  ] as const) {
    const path = place.path(name);
    const opened = await Database.open({ files: [path], directory: work, memoryMb: 256, threads: 2 });
    const failure: unknown = await opened.rows(`SELECT * FROM ${reader}(${literal(path)})`, calm).catch((error) => error);
    const told = readerError(failure, { file: path });
    assert.ok(told instanceof DataError && told.code === 'file_not_found', `${name}: ${String(failure)}`);
    await opened.close();
  }
});

const outside = literal(secret);
const target = literal(place.path('out.csv'));
const denied: Readonly<Record<string, string>> = {
  'another file beside it': `SELECT * FROM read_csv(${outside})`,
  'another file as text': `SELECT * FROM read_text(${outside})`,
  'a glob over the folder': `SELECT * FROM glob(${literal(place.path('*'))})`,
  'a glob that reads both': `SELECT * FROM read_csv(${literal(place.path('*.csv'))})`,
  'a way round over ..': `SELECT * FROM read_csv(${literal(`${work}/../secret.csv`)})`,
  'a link in the work folder that leads out': `SELECT * FROM read_csv(${literal(link)})`,
  'a system file': "SELECT * FROM read_text('/etc/hostname')",
  http: `SELECT * FROM read_csv('http://${address}/a.csv')`,
  https: `SELECT * FROM read_parquet('https://${address}/a.parquet')`,
  s3: "SELECT * FROM read_parquet('s3://bucket/a.parquet')",
  INSTALL: 'INSTALL httpfs',
  'INSTALL from an address': `INSTALL httpfs FROM 'http://${address}'`,
  LOAD: 'LOAD httpfs',
  'LOAD of a file': `LOAD ${outside}`,
  'ATTACH of a file': `ATTACH ${literal(place.path('other.duckdb'))}`,
  'COPY to a file': `COPY (SELECT 1) TO ${target}`,
  'COPY from a file': `CREATE TABLE t (a VARCHAR); COPY t FROM ${outside}`,
  EXPORT: `EXPORT DATABASE ${literal(place.path('export'))}`,
  'COPY over its input': `COPY (SELECT 1) TO ${literal(mine)}`,
  'SET of a limit': "SET memory_limit = '8GB'",
  'SET of access': 'SET enable_external_access = true',
  'SET of paths': `SET allowed_paths = [${outside}]`,
  'SET of directories': "SET allowed_directories = ['/']",
  unlocking: 'SET lock_configuration = false',
  RESET: 'RESET lock_configuration',
  PRAGMA: "PRAGMA memory_limit = '8GB'",
  'a lasting secret': "CREATE PERSISTENT SECRET s (TYPE http, BEARER_TOKEN 'x')",
};

for (const [what, sql] of Object.entries(denied)) {
  test(`denied: ${what}`, async () => {
    await assert.rejects(database.rows(sql, calm), (error) => {
      assert.ok(error instanceof Error);
      // Refused for the right reason, not for a slip in the statement.
      assert.match(error.message, /^Permission Error|disabled through configuration|configuration has been locked|secrets are disabled/);
      return true;
    });
  });
}

test('nothing was asked over the network and no file has changed', async () => {
  assert.equal(asked, 0);
  assert.equal(await readFile(mine, 'utf8'), 'a\n1\n');
  assert.deepEqual(await readFile(secret, 'utf8'), 'a\nsecret\n');
});

test('a comparison opens the same lock: its files in, a neighbour out', async () => {
  const seen = await place.read(mine, async (table) => table.info.files.map(({ path }) => path));
  assert.deepEqual(seen, [mine]);
});
