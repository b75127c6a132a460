import { gzipSync } from 'node:zlib';
import type { FaultCase } from '../faultCase.ts';
import { delimited, objects, sound } from '../place.ts';

const text = delimited(sound);
const lines = text.trimEnd().split('\n');
/** The text with line `at` (from 1, the header is line 1) replaced. */
const withLine = (at: number, line: string): string => [...lines.slice(0, at - 1), line, ...lines.slice(at), ''].join('\n');

interface Broken {
  readonly what: string;
  readonly format: string;
  readonly data: string | Uint8Array;
  readonly outcome: FaultCase['outcome'];
  readonly says: RegExp | null;
}

const broken: readonly Broken[] = [
  {
    what: 'one row with a field too many',
    format: 'csv',
    data: withLine(50, '1,red,2024-01-01,surplus'),
    outcome: 'read',
    says: /line 50/,
  },
  { what: 'one row with a field too few', format: 'csv', data: withLine(50, '1,red'), outcome: 'read', says: /line 50/ },
  {
    what: 'one row with a field too many',
    format: 'tsv',
    data: withLine(50, '1,red,2024-01-01,surplus').replaceAll(',', '\t'),
    outcome: 'read',
    says: /line 50/,
  },
  {
    what: 'one row with a field too many',
    format: 'csv.gz',
    data: gzipSync(withLine(50, '1,red,2024-01-01,surplus')),
    outcome: 'read',
    says: /line 50/,
  },
  {
    what: 'most rows ragged',
    format: 'csv',
    data: `x,kind,day\n${lines
      .slice(1)
      .map((line, i) => `${line}${',more'.repeat(1 + (i % 4))}`)
      .join('\n')}\n`,
    outcome: 'refused',
    says: /line 2: \d+ fields where the header has 3/,
  },
  {
    what: 'keys missing in some rows',
    format: 'jsonl',
    data: objects(sound)
      .map((row, i) => (i % 2 ? row : row.replace(/"kind": "\w+", /, '')))
      .join('\n'),
    outcome: 'read',
    says: /kind/,
  },
  {
    what: 'a quote that never closes',
    format: 'csv',
    data: withLine(50, '1,"red,2024-01-01'),
    outcome: 'refused',
    says: /line 50.*never closes/,
  },
  {
    what: 'a quote that never closes',
    format: 'tsv',
    data: withLine(50, '1,"red,2024-01-01').replaceAll(',', '\t'),
    outcome: 'refused',
    says: /line 50.*never closes/,
  },
  {
    what: 'a quote that never closes',
    format: 'csv.gz',
    data: gzipSync(withLine(50, '1,"red,2024-01-01')),
    outcome: 'refused',
    says: /line 50.*never closes/,
  },
  {
    what: 'a string that never closes',
    format: 'json',
    data: `[${objects(sound).join(',\n')}`.replace('"kind": "green"', '"kind": "green'),
    outcome: 'refused',
    says: /damaged or cut short/,
  },
  {
    what: 'a string that never closes',
    format: 'jsonl',
    data: objects(sound)
      .map((row, i) => (i === 49 ? '{"x": 1, "kind": "red' : row))
      .join('\n'),
    outcome: 'refused',
    says: /line 50/,
  },
  {
    what: 'an array that never closes',
    format: 'json',
    data: `[${objects(sound).join(',\n')}`,
    outcome: 'refused',
    says: /damaged or cut short/,
  },
  { what: 'a value in place of objects', format: 'json', data: '42\n', outcome: 'refused', says: /object|column in common/ },
  { what: 'an array of numbers', format: 'json', data: '[1, 2, 3]', outcome: 'refused', says: /object|column in common/ },
  {
    what: 'one object holding the table',
    format: 'json',
    data: JSON.stringify({ data: [{ x: 1 }, { x: 2 }] }),
    outcome: 'refused',
    says: /object|column in common/,
  },
  { what: 'semicolons where the reference has commas', format: 'csv', data: text.replaceAll(',', ';'), outcome: 'read', says: null },
  { what: 'bars', format: 'csv', data: text.replaceAll(',', '|'), outcome: 'read', says: null },
  { what: 'tabs in a .csv', format: 'csv', data: text.replaceAll(',', '\t'), outcome: 'read', says: null },
  { what: 'commas in a .tsv', format: 'tsv', data: text, outcome: 'read', says: null },
  { what: 'blanks as delimiter', format: 'csv', data: text.replaceAll(',', '  '), outcome: 'refused', says: /no column in common/ },
  { what: 'carriage returns as line ends', format: 'csv', data: text.replaceAll('\n', '\r'), outcome: 'read', says: null },
  {
    what: 'carriage returns as line ends',
    format: 'tsv',
    data: text.replaceAll(',', '\t').replaceAll('\n', '\r'),
    outcome: 'read',
    says: null,
  },
  {
    what: 'mixed line ends',
    format: 'csv',
    data: lines.map((line, i) => line + ['\n', '\r\n'][i % 2]!).join(''),
    outcome: 'read',
    says: null,
  },
  {
    what: 'cells of 20,000 digits that end in a letter',
    format: 'csv',
    data: withLine(2, `${'1'.repeat(20_000)}x,red,2024-01-01`).replace(/^(\d[^,]*),/gm, `${'1'.repeat(20_000)}$1x,`),
    outcome: 'read',
    says: /x.*text|another type|type/i,
  },
  {
    what: '60,000 columns of one name',
    format: 'csv',
    data: `${'x,'.repeat(59_999)}x\n${'1,'.repeat(59_999)}1\n`,
    outcome: 'refused',
    says: /60,?000 columns/,
  },
  {
    what: "10,000 columns, none of them the reference's",
    format: 'csv',
    data: `${Array.from({ length: 10_000 }, (_, i) => `other${i}`).join(',')}\n${`${'0.5,'.repeat(9999)}0.5\n`.repeat(50)}`,
    outcome: 'refused',
    says: /no column in common/,
  },
  { what: 'CRLF', format: 'jsonl', data: objects(sound).join('\r\n'), outcome: 'read', says: null },
];

/** Rows, quotes, delimiters and line ends. */
export const shape: readonly FaultCase[] = broken.map(({ what, format, data, outcome, says }) => ({
  what,
  format,
  outcome,
  says,
  names: outcome === 'refused' && !String(says).includes('no column in common') ? `now.${format}` : null,
  make: async (place) => ({ reference: await place.table('good.csv'), current: await place.write(`now.${format}`, data) }),
}));
