import { tableFromArrays, tableToIPC } from 'apache-arrow';
import type { FaultCase } from '../faultCase.ts';
import { delimited, objects, sound } from '../place.ts';

const rows = Array.from({ length: 60 }, (_, i) => i);
const csv = (header: string, width: number): string =>
  `${header}\n${rows.map((i) => Array.from({ length: width }, (_, c) => (i * 7 + c * 3) % 50).join(',')).join('\n')}\n`;

interface Named {
  readonly what: string;
  readonly format: string;
  readonly data: string | Uint8Array;
  readonly says: RegExp | null;
}

const odd: readonly Named[] = [
  { what: 'the same name twice', format: 'csv', data: csv('x,x,kind', 3), says: /x.*(more than once|repeated|twice)/i },
  {
    what: 'the same name twice',
    format: 'tsv',
    data: csv('x,x,kind', 3).replaceAll(',', '\t'),
    says: /x.*(more than once|repeated|twice)/i,
  },
  { what: 'names that differ by case', format: 'csv', data: csv('x,X,Kind,kind', 4), says: null },
  { what: 'names that differ by case', format: 'jsonl', data: rows.map((i) => `{"x": ${i}, "X": ${i + 1}}`).join('\n'), says: null },
  {
    what: 'names that differ by case',
    format: 'arrow',
    data: tableToIPC(tableFromArrays({ x: Float64Array.from(rows), X: Float64Array.from(rows) }), 'file'),
    says: null,
  },
  { what: 'empty names', format: 'csv', data: csv('x,,', 3), says: null },
  { what: 'an empty name', format: 'jsonl', data: rows.map((i) => `{"x": ${i}, "": ${i}}`).join('\n'), says: /C1 is an identifier/ },
  { what: 'names of blanks', format: 'csv', data: csv('x, ,  ', 3), says: null },
  { what: 'a name of 5,000 characters', format: 'csv', data: csv(`x,${'n'.repeat(5000)}`, 2), says: null },
  { what: 'no header', format: 'csv', data: csv('1,2,3', 3), says: null },
];

const wide = (columns: number): Record<string, number[]> =>
  Object.fromEntries(Array.from({ length: columns }, (_, c) => [`c${c}`, rows.map((i) => (i * 7 + c) % 50)]));

const manyColumns = (columns: number, format: string): FaultCase => ({
  // Thousands of columns are read; ten thousand take minutes.
  large: columns > 5000,
  what: `${columns.toLocaleString('en')} columns`,
  format,
  outcome: 'read',
  says: null,
  names: null,
  make: async (place) => {
    const path = await place.table(`now.${format}`, wide(columns));
    return { reference: path, current: path, options: ['--quiet'] };
  },
});

/** Names of columns, and how many there are. */
export const names: readonly FaultCase[] = [
  ...odd.map(
    ({ what, format, data, says }): FaultCase => ({
      what,
      format,
      outcome: 'read',
      says,
      names: null,
      make: async (place) => {
        const path = await place.write(`now.${format}`, data);
        return { reference: path, current: path };
      },
    }),
  ),
  ...['csv', 'jsonl', 'parquet', 'arrow'].map((format) => manyColumns(2000, format)),
  ...['csv', 'parquet'].map((format) => manyColumns(10_000, format)),
  {
    what: 'the same key twice',
    format: 'jsonl',
    outcome: 'refused',
    says: /damaged or cut short \(.*Object .* has duplicate key "x"\)/,
    names: 'now.jsonl',
    make: async (place) => ({
      reference: await place.table('good.csv'),
      current: await place.write('now.jsonl', rows.map((i) => `{"x": ${i}, "x": ${i + 1}}`).join('\n')),
    }),
  },
  {
    what: 'names that differ by case between the two files',
    format: 'csv',
    outcome: 'refused',
    says: /no column in common/,
    names: null,
    make: async (place) => ({
      reference: await place.table('good.csv'),
      current: await place.write('now.csv', delimited(sound).replace('x,kind,day', 'X,Kind,Day')),
    }),
  },
  {
    what: 'names that a message of the editor would take for links',
    format: 'csv',
    outcome: 'refused',
    says: /no column in common: reference has x, kind, day, current has \[a\]\(command:b\), \[c\]\(https:\/\/example\.invalid\)/,
    names: null,
    make: async (place) => ({
      reference: await place.table('good.csv'),
      current: await place.write('now.csv', csv('[a](command:b),[c](https://example.invalid)', 2)),
    }),
  },
  {
    what: 'a name of a file that a message of the editor would take for a link',
    format: 'csv',
    outcome: 'refused',
    says: /\[a\]\(command:b\)\.csv is empty/,
    names: '[a](command:b).csv',
    make: async (place) => ({
      reference: await place.table('good.csv'),
      current: await place.write('[a](command:b).csv', ''),
    }),
  },
  {
    what: 'an option that names a column which is not there',
    format: 'csv',
    outcome: 'refused',
    says: /has no column Price|There is no column Price/,
    names: null,
    make: async (place) => ({
      reference: await place.table('good.csv'),
      current: await place.table('now.csv'),
      options: ['--columns', 'Price'],
    }),
  },
  {
    what: 'a time axis that holds no times',
    format: 'jsonl',
    outcome: 'refused',
    says: /does not hold times/,
    names: null,
    make: async (place) => ({
      reference: await place.table('good.csv'),
      current: await place.write('now.jsonl', objects(sound).join('\n')),
      options: ['--timestamp', 'kind'],
    }),
  },
];
