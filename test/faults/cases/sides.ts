import type { FaultCase } from '../faultCase.ts';
import { delimited, formats, sound } from '../place.ts';

const moved = { ...sound, x: sound.x!.map((value) => Number(value) + 30) };

/** What is wrong with the pair, or with the parts of one side. */
export const sides: readonly FaultCase[] = [
  ...formats.map(
    (format): FaultCase => ({
      what: 'no common columns',
      format,
      outcome: 'refused',
      says: /no column in common: reference has x, kind, day, current has a, b/,
      names: null,
      make: async (place) => ({
        reference: await place.table('good.csv'),
        current: await place.table(`now.${format}`, { a: [1, 2], b: ['x', 'y'] }),
      }),
    }),
  ),
  ...formats.map(
    (format): FaultCase => ({
      what: 'the same file twice',
      format,
      outcome: 'read',
      says: /are the same file/,
      names: null,
      make: async (place) => {
        const path = await place.table(`now.${format}`);
        return { reference: path, current: path };
      },
    }),
  ),
  {
    what: 'a copy of the file',
    format: 'csv',
    outcome: 'read',
    says: /overlap in time/,
    names: null,
    make: async (place) => ({ reference: await place.table('good.csv'), current: await place.table('copy.csv') }),
  },
  {
    what: 'reference and current swapped (current is older)',
    format: 'csv',
    outcome: 'read',
    says: /Current ends .* before reference begins/,
    names: null,
    make: async (place) => ({
      reference: await place.write('now.csv', delimited(sound).replaceAll('2024-', '2028-')),
      current: await place.table('good.csv', moved),
    }),
  },
  {
    what: 'a folder of parts, one with a column more',
    format: 'csv',
    outcome: 'read',
    says: null,
    names: null,
    make: async (place) => {
      await place.table('parts/1.csv');
      await place.table('parts/2.csv', { ...sound, extra: sound.x! });
      return { reference: await place.table('good.csv'), current: place.path('parts') };
    },
  },
  ...(['csv', 'jsonl', 'parquet', 'arrow'] as const).map(
    (format): FaultCase => ({
      what: 'a folder of parts, one without a common column',
      format,
      outcome: format === 'jsonl' ? 'either' : 'refused',
      says: /does not go with the other parts|not the same|no column/,
      names: format === 'jsonl' ? null : `2.${format}`,
      make: async (place) => {
        await place.table(`parts/1.${format}`);
        await place.table(`parts/2.${format}`, { a: [1, 2], b: ['x', 'y'] });
        return { reference: await place.table('good.csv'), current: place.path('parts') };
      },
    }),
  ),
  ...(['parquet', 'arrow'] as const).map(
    (format): FaultCase => ({
      what: 'a folder of parts, one with another type of a column',
      format,
      outcome: 'refused',
      says: /column x is (VARCHAR|Dictionary<Int32, Utf8>) here and (DOUBLE|Float64) in the other parts/,
      names: `2.${format}`,
      make: async (place) => {
        await place.table(`parts/1.${format}`);
        await place.table(`parts/2.${format}`, { ...sound, x: sound.kind! });
        return { reference: await place.table('good.csv'), current: place.path('parts') };
      },
    }),
  ),
  ...(['csv', 'jsonl'] as const).map(
    (format): FaultCase => ({
      what: 'a folder of parts, one with another type of a column',
      format,
      outcome: 'read',
      says: /x.*(number|text)/,
      names: null,
      make: async (place) => {
        await place.table(`parts/1.${format}`);
        await place.table(`parts/2.${format}`, { ...sound, x: sound.kind! });
        return { reference: await place.table('good.csv'), current: place.path('parts') };
      },
    }),
  ),
  {
    what: 'a folder of parts of two formats',
    format: 'csv+parquet',
    outcome: 'refused',
    says: /does not go with the other parts/,
    names: '2.parquet',
    make: async (place) => {
      await place.table('parts/1.csv');
      await place.table('parts/2.parquet');
      return { reference: await place.table('good.csv'), current: place.path('parts') };
    },
  },
  {
    what: 'a folder of parts, one damaged',
    format: 'parquet',
    outcome: 'refused',
    says: /damaged or cut short/,
    names: '2.parquet',
    make: async (place) => {
      await place.table('parts/1.parquet');
      await place.write('parts/2.parquet', 'PAR1 and no more');
      return { reference: await place.table('good.csv'), current: place.path('parts') };
    },
  },
  {
    what: 'a folder without a data file',
    format: 'folder',
    outcome: 'refused',
    says: /No file matches/,
    names: 'parts',
    make: async (place) => {
      await place.write('parts/README.md', 'x');
      return { reference: await place.table('good.csv'), current: place.path('parts') };
    },
  },
  {
    what: 'a pattern that matches nothing',
    format: 'glob',
    outcome: 'refused',
    says: /No file matches/,
    names: '2026-*.csv',
    make: async (place) => ({ reference: await place.table('good.csv'), current: place.path('2026-*.csv') }),
  },
];
