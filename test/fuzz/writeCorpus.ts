import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { Dictionary, Float64, Int32, Table, TimestampMillisecond, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';

/** Writes the files the fuzzer starts from: one small table in every format. Run by hand when a format is added: `node --import tsx test/fuzz/writeCorpus.ts`. */
const folder = fileURLToPath(new URL('../fixtures/fuzz/', import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'driftbook-corpus-'));
const rows = 80;
const kinds = ['red', 'green', 'blue, "dark"', ''];
const table = Array.from({ length: rows }, (_, i) => ({
  id: i + 1,
  price: i % 11 === 0 ? null : ((i * 7919) % 1000) / 8 - 20,
  kind: kinds[(i * 31) % 4]!,
  when: new Date(Date.UTC(2024, 0, 1) + i * 36e5 * 20),
  paid: i % 3 === 0,
}));
const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const delimited = (delimiter: string): string =>
  [
    ['id', 'price', 'kind', 'when', 'paid'],
    ...table.map((row) => [row.id, row.price ?? '', quoted(row.kind), row.when.toISOString(), row.paid]),
  ]
    .map((fields) => `${fields.join(delimiter)}\n`)
    .join('');
const objects = table.map((row) => JSON.stringify({ ...row, tags: [row.kind], at: { x: row.id } }));
const arrow = (): Table =>
  new Table({
    id: vectorFromArray(
      table.map(({ id }) => id),
      new Int32(),
    ),
    price: vectorFromArray(
      table.map(({ price }) => price),
      new Float64(),
    ),
    kind: vectorFromArray(
      table.map(({ kind }) => kind),
      new Dictionary(new Utf8(), new Int32()),
    ),
    when: vectorFromArray(
      table.map(({ when }) => when.getTime()),
      new TimestampMillisecond(),
    ),
  });
const files: Record<string, string | Uint8Array> = {
  'comma.csv': delimited(','),
  'tab.tsv': delimited('\t'),
  'array.json': `[${objects.join(',\n')}]`,
  'lines.jsonl': `${objects.join('\n')}\n`,
  'packed.csv.gz': gzipSync(delimited(',')),
  'packed.jsonl.gz': gzipSync(objects.join('\n')),
  'file.arrow': tableToIPC(arrow(), 'file'),
  'stream.arrows': tableToIPC(arrow(), 'stream'),
};
await mkdir(folder, { recursive: true });
for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await writeFile(join(scratch, 'rows.jsonl'), objects.join('\n'));
await connection.run(`CREATE TABLE t AS SELECT * FROM read_json('${join(scratch, 'rows.jsonl')}')`);
for (const [name, options] of [
  ['plain.parquet', 'FORMAT parquet, COMPRESSION uncompressed'],
  ['snappy.parquet', 'FORMAT parquet, COMPRESSION snappy'],
  ['zstd.parquet', 'FORMAT parquet, COMPRESSION zstd'],
] as const) {
  await connection.run(`COPY t TO '${join(scratch, name)}' (${options})`);
  await writeFile(join(folder, name), await readFile(join(scratch, name)));
}
await connection.run(
  `COPY (SELECT * EXCLUDE (tags, "at") FROM t) TO '${join(scratch, 'packed.csv.zst')}' (FORMAT csv, HEADER, COMPRESSION zstd)`,
);
await writeFile(join(folder, 'packed.csv.zst'), await readFile(join(scratch, 'packed.csv.zst')));
connection.closeSync();
instance.closeSync();
await rm(scratch, { recursive: true });
