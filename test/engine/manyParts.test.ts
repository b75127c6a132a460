import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Database } from '../../src/engine/database/database.ts';
import { calm, literal, numbersOf, runSql, tallyOf, workplace } from './workplace.ts';

/** Datasets in thousands of small files: their cost is counted in statements, which do not depend on the machine. */
const place = await workplace('parts');
const parts = 600;
const perPart = 5;

let statements = 0;
for (const method of ['rows', 'run', 'stream'] as const) {
  const own = Database.prototype[method] as (...args: unknown[]) => Promise<never>;
  Database.prototype[method] = function (this: Database, ...args: unknown[]): Promise<never> {
    statements++;
    return own.apply(this, args);
  };
}

const pad = (n: number): string => String(n).padStart(4, '0');
const line = (k: number, i: number): string => `${k * perPart + i},${k % 7}.5,c${k % 3}\n`;
async function csvParts(folder: string, change: (k: number) => string | null = () => null): Promise<string> {
  await place.write(`${folder}/part-0000.csv`, '');
  for (let k = 0; k < parts; k++) {
    const rows = Array.from({ length: perPart }, (_, i) => line(k, i)).join('');
    await writeFile(place.path(`${folder}/part-${pad(k)}.csv`), change(k) ?? `id,x,c\n${rows}`);
  }
  return place.path(folder);
}

test('small parts of delimited text are read together, in their order', async () => {
  const folder = await csvParts('csv');
  statements = 0;
  await place.read(folder, async (table) => {
    assert.ok(statements < parts / 4, `${statements} statements for two sides of ${parts} parts`);
    assert.equal(table.info.rows, parts * perPart);
    const { values } = await numbersOf(table, ['id']);
    assert.deepEqual(
      values[0],
      Array.from({ length: parts * perPart }, (_, i) => i),
    );
    assert.deepEqual(Object.fromEntries(await tallyOf(table, 'c')), { c0: 1000, c1: 1000, c2: 1000 });
  });
});

test('small parts of Parquet are opened once', async () => {
  await place.write('parquet/readme', '');
  const copies = Array.from(
    { length: parts },
    (_, k) =>
      `COPY (SELECT range + ${k * perPart} AS id, 'c' || ${k % 3} AS c${k === 300 ? ', 1 AS extra' : ''} FROM range(${perPart})) TO ${literal(place.path(`parquet/part-${pad(k)}.parquet`))} (FORMAT parquet)`,
  );
  await runSql(...copies);
  statements = 0;
  await place.read(place.path('parquet'), async (table) => {
    assert.ok(statements < 40, `${statements} statements for two sides of ${parts} parts`);
    const { values } = await numbersOf(table, ['id', 'extra']);
    assert.deepEqual(
      values[0],
      Array.from({ length: parts * perPart }, (_, i) => i),
    );
    assert.equal(values[1]!.filter((x) => x === 1).length, perPart, 'the one part with a column more');
  });
});

test('among many parts the one that is not as it should be is named, and what it takes is done', async () => {
  // A row too long in one part and one in a later part.
  const ragged = await csvParts('ragged', (k) => (k === 200 || k === 410 ? `id,x,c\n${line(k, 0)}1,2,3,4\n${line(k, 1)}` : null));
  await place.read(ragged, async (table, { notes }) => {
    assert.equal(table.info.rows, parts * perPart - 2 * (perPart - 2));
    const [note] = notes.filter(({ code }) => code === 'rows_rejected');
    assert.deepEqual(
      [note?.values.rows, note?.values.line, note?.values.found, String(note?.values.file).slice(-13)],
      [2, 3, 4, 'part-0200.csv'],
    );
  });
  const unclosed = await csvParts('unclosed', (k) => (k === 333 ? 'id,x,c\n1,2,a\n2,2,"never closed\n3,2,b\n' : null));
  const refusal = await place.refusal(unclosed);
  assert.deepEqual([refusal.code, refusal.details.line, refusal.details.file?.slice(-13)], ['unclosed_quote', 3, 'part-0333.csv']);
  // Mixed line ends, another delimiter, other names, another text where a number was.
  const mixed = await csvParts('mixed', (k) =>
    k === 100
      ? `id,x,c\r\n${line(k, 0)}`
      : k === 101
        ? `id;x;c\n${line(k, 0).replaceAll(',', ';')}`
        : k === 102
          ? `c,id,more\nc0,510,9\n`
          : k === 103
            ? `id,x,c\n515,none of it,c1\n`
            : null,
  );
  await place.read(mixed, async (table) => {
    const { values } = await numbersOf(table, ['id', 'more']);
    const ids = Array.from({ length: parts * perPart }, (_, i) => i).filter((i) => i < 500 || i >= 520 || i % 5 === 0);
    assert.deepEqual(values[0], ids);
    assert.deepEqual([values[1]![501], values[1]![502]], [Number.NaN, 9]);
    const profile = (await table.profile(calm)).find(({ name }) => name === 'x')!;
    assert.deepEqual([profile.kind, profile.unreadable, profile.nulls], ['number', 1, 2]);
  });
});
