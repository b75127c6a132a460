import { gzipSync } from 'node:zlib';
import type { FaultCase } from '../faultCase.ts';
import { formats, sound } from '../place.ts';

const first = Object.fromEntries(Object.entries(sound).map(([name, values]) => [name, values.slice(0, 1)]));

/** Nothing in the file, nothing below the header, one row. */
export const emptiness: readonly FaultCase[] = [
  ...formats.map(
    (format): FaultCase => ({
      what: 'empty file (0 bytes)',
      format,
      outcome: 'refused',
      says: /is empty \(0 bytes\)/,
      names: `now.${format}`,
      make: async (place) => ({ reference: await place.table('good.csv'), current: await place.write(`now.${format}`, '') }),
    }),
  ),
  {
    what: 'gzip of nothing',
    format: 'csv.gz',
    outcome: 'refused',
    says: /holds no rows/,
    names: 'now.csv.gz',
    make: async (place) => ({ reference: await place.table('good.csv'), current: await place.write('now.csv.gz', gzipSync('')) }),
  },
  ...(['csv', 'tsv', 'csv.gz', 'csv.zst'] as const).map(
    (format): FaultCase => ({
      what: 'header only',
      format,
      outcome: 'refused',
      says: /has a header but no rows/,
      names: `now.${format}`,
      make: async (place) => {
        const header = format === 'tsv' ? 'x\tkind\tday\n' : 'x,kind,day\n';
        if (format === 'csv.zst')
          await place.sql(
            `COPY (SELECT 1 AS x, 'a' AS kind, 'b' AS day WHERE false) TO '$/now.csv.zst' (FORMAT csv, HEADER, COMPRESSION zstd)`,
          );
        else await place.write(`now.${format}`, format === 'csv.gz' ? gzipSync(header) : header);
        return { reference: await place.table('good.csv'), current: place.path(`now.${format}`) };
      },
    }),
  ),
  {
    what: 'a header without a line end, as reference',
    format: 'csv',
    outcome: 'refused',
    says: /has a header but no rows/,
    names: 'then.csv',
    make: async (place) => ({ reference: await place.write('then.csv', 'x,kind'), current: await place.table('good.csv') }),
  },
  {
    what: 'an array without objects',
    format: 'json',
    outcome: 'refused',
    says: /holds no rows/,
    names: 'now.json',
    make: async (place) => ({ reference: await place.table('good.csv'), current: await place.write('now.json', '[]\n') }),
  },
  {
    what: 'blank lines only',
    format: 'jsonl',
    outcome: 'refused',
    says: /holds no rows|is empty/,
    names: 'now.jsonl',
    make: async (place) => ({ reference: await place.table('good.csv'), current: await place.write('now.jsonl', '\n\n \n') }),
  },
  {
    what: 'blank lines only',
    format: 'csv',
    outcome: 'refused',
    says: /is empty|holds no rows/,
    names: 'now.csv',
    make: async (place) => ({ reference: await place.table('good.csv'), current: await place.write('now.csv', '\n\n\n') }),
  },
  {
    what: 'no rows',
    format: 'parquet',
    outcome: 'refused',
    says: /holds no rows/,
    names: 'now.parquet',
    make: async (place) => {
      await place.sql(`COPY (SELECT 1.5 AS x, 'a' AS kind WHERE false) TO '$/now.parquet' (FORMAT parquet)`);
      return { reference: await place.table('good.csv'), current: place.path('now.parquet') };
    },
  },
  ...(['arrow', 'arrows', 'feather'] as const).map(
    (format): FaultCase => ({
      what: 'no rows',
      format,
      outcome: 'refused',
      says: /holds no rows/,
      names: `now.${format}`,
      make: async (place) => ({
        reference: await place.table('good.csv'),
        current: await place.table(`now.${format}`, { x: [], kind: [] }),
      }),
    }),
  ),
  ...formats.map(
    (format): FaultCase => ({
      what: 'one row',
      format,
      outcome: 'read',
      says: /not tested|too few|rows/i,
      names: null,
      make: async (place) => ({ reference: await place.table('good.csv'), current: await place.table(`now.${format}`, first) }),
    }),
  ),
];
