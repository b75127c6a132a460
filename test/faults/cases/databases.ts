import { copyFile } from 'node:fs/promises';
import type { FaultCase } from '../faultCase.ts';
import type { Place } from '../place.ts';

/** What the program is told of a database that SQL makes; `table` is what stands behind the #. */
const database = (
  what: string,
  says: RegExp | null,
  statements: readonly string[],
  table: string | null,
  outcome: FaultCase['outcome'] = 'refused',
): FaultCase => ({
  what,
  format: 'db',
  outcome,
  says,
  // What there is too little memory for is both files together; a remark is about a column.
  names: outcome === 'refused' && says?.test('more memory') === false ? 'now.db' : null,
  make: async (place) => {
    const { sqliteBytes } = await import('../../engine/sqliteFiles.ts');
    const now = await place.write('now.db', await sqliteBytes(statements));
    return { reference: await place.table('good.csv'), current: table === null ? now : `${now}#${table}` };
  },
});

const sound = "SELECT value / 4.0 AS x, 'red' AS kind, date('2024-01-01', '+' || value || ' days') AS day";
const numbers = 'WITH RECURSIVE n(value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n';

/** A database in the middle of a change, as another program left it. */
const halfway = (
  what: string,
  file: string,
  beside: string,
  outcome: FaultCase['outcome'],
  says: RegExp,
  names: string | null = file,
): FaultCase => ({
  what,
  format: 'db',
  outcome,
  says,
  names,
  make: async (place: Place) => {
    for (const name of [file, beside]) await copyFile(new URL(`../../fixtures/sqlite/${name}`, import.meta.url), place.path(name));
    return { reference: await place.table('good.csv'), current: place.path(file) };
  },
});

/** SQLite databases: which table, views that do harm, cells of another type, changes that are not complete. */
export const databases: readonly FaultCase[] = [
  database('no tables', /holds no tables/, ['PRAGMA user_version = 1'], null),
  database('several tables, none named', /holds several tables: one, two/, ['CREATE TABLE one (x)', 'CREATE TABLE two (x)'], null),
  database('a table that is not there', /has no table three\. It has one, two/, ['CREATE TABLE one (x)', 'CREATE TABLE two (x)'], 'three'),
  database('a table without rows', /holds no rows/, ['CREATE TABLE one (x)'], null),
  database('a view on a table that is gone', /cannot be read \(no such table/, ['CREATE VIEW v AS SELECT x FROM gone'], null),
  database(
    'views that lead to each other',
    /circularly defined/,
    ['CREATE VIEW v AS SELECT * FROM w', 'CREATE VIEW w AS SELECT * FROM v'],
    'v',
  ),
  database(
    'a view that fills the memory',
    /more memory/,
    [`CREATE VIEW v AS ${numbers}) SELECT hex(randomblob(500)) AS x FROM n ORDER BY 1`],
    null,
  ),
  database('a view on files of the machine', /cannot be read/, ["CREATE VIEW v AS SELECT readfile('/etc/passwd') AS x"], null),
  database(
    'a name of SQL',
    null,
    [`CREATE TABLE "x; DROP TABLE y; --" AS ${numbers} WHERE value < 199) ${sound} FROM n`],
    'x; DROP TABLE y; --',
    'read',
  ),
  database(
    'texts in a column of numbers',
    /x: 3 values of current cannot be read/,
    [`CREATE TABLE rows AS ${numbers} WHERE value < 199) ${sound} FROM n`, "UPDATE rows SET x = 'unknown' WHERE rowid IN (1, 50, 100)"],
    null,
    'read',
  ),
  halfway('a change that broke off', 'broken-off.db', 'broken-off.db-journal', 'refused', /middle of a change/),
  halfway('a log of changes', 'changed.db', 'changed.db-wal', 'refused', /no column in common: .* current has id, word/, null),
];
