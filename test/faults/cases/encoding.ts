import { gzipSync } from 'node:zlib';
import type { FaultCase } from '../faultCase.ts';
import { delimited, objects, sound } from '../place.ts';

const rows = delimited(sound);
const german = rows.replaceAll('green', 'grün');
/** 红 绿 蓝 in GBK. */
const gbk = (text: string): Buffer => {
  const known: Record<string, number[]> = { red: [0xba, 0xec], green: [0xc2, 0xcc], blue: [0xc0, 0xb6] };
  return Buffer.concat(text.split(/\b(red|green|blue)\b/).map((part) => Buffer.from(known[part] ?? part)));
};
const big = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
const json = objects(sound).join('\n');
const withNul = (text: string): string => text.replace('2024-01-09', '2024-01-0\0');

interface Encoded {
  readonly what: string;
  readonly format: string;
  readonly data: Uint8Array | string;
  readonly outcome: FaultCase['outcome'];
  readonly says: RegExp | null;
}

const encoded: readonly Encoded[] = [
  { what: 'UTF-8 with a mark (BOM)', format: 'csv', data: `\ufeff${rows}`, outcome: 'read', says: null },
  { what: 'UTF-8 with a mark (BOM)', format: 'jsonl', data: `\ufeff${json}`, outcome: 'read', says: null },
  { what: 'UTF-8 with a mark (BOM)', format: 'json', data: `\ufeff[${objects(sound).join(',')}]`, outcome: 'read', says: null },
  { what: 'UTF-16 little end first', format: 'csv', data: Buffer.from(`\ufeff${rows}`, 'utf16le'), outcome: 'read', says: null },
  { what: 'UTF-16 big end first', format: 'csv', data: big(rows), outcome: 'read', says: null },
  { what: 'UTF-16 without a mark', format: 'csv', data: Buffer.from(rows, 'utf16le'), outcome: 'read', says: null },
  { what: 'UTF-16', format: 'tsv', data: Buffer.from(`\ufeff${rows.replaceAll(',', '\t')}`, 'utf16le'), outcome: 'read', says: null },
  { what: 'UTF-16', format: 'jsonl', data: Buffer.from(`\ufeff${json}`, 'utf16le'), outcome: 'read', says: null },
  { what: 'UTF-16', format: 'csv.gz', data: gzipSync(Buffer.from(`\ufeff${rows}`, 'utf16le')), outcome: 'read', says: null },
  {
    what: 'UTF-16 cut within a character',
    format: 'csv',
    data: Buffer.from(`\ufeff${rows}`, 'utf16le').subarray(0, 2001),
    outcome: 'refused',
    says: /UTF-8|utf-16/i,
  },
  { what: 'Latin-1', format: 'csv', data: Buffer.from(german, 'latin1'), outcome: 'read', says: /not UTF-8; it was read as latin-1/ },
  {
    what: 'Latin-1',
    format: 'jsonl',
    data: Buffer.from(json.replaceAll('green', 'grün'), 'latin1'),
    outcome: 'read',
    says: /read as latin-1/,
  },
  {
    what: 'Windows-1252',
    format: 'csv',
    data: Buffer.from(rows.replaceAll('green', 'gr\x80en'), 'latin1'),
    outcome: 'read',
    says: /read as windows-1252/,
  },
  { what: 'GBK', format: 'csv', data: gbk(rows), outcome: 'read', says: /read as gb18030/ },
  { what: 'GBK', format: 'jsonl', data: gbk(json), outcome: 'read', says: /read as gb18030/ },
  { what: 'GBK', format: 'csv.gz', data: gzipSync(gbk(rows)), outcome: 'read', says: /read as gb18030/ },
  { what: 'a NUL byte', format: 'csv', data: withNul(rows), outcome: 'refused', says: /line 10.*NUL/ },
  { what: 'a NUL byte', format: 'tsv', data: withNul(rows.replaceAll(',', '\t')), outcome: 'refused', says: /line 10.*NUL/ },
  { what: 'a NUL byte', format: 'jsonl', data: withNul(json), outcome: 'refused', says: /line 9.*NUL/ },
  { what: 'a NUL byte', format: 'csv.gz', data: gzipSync(withNul(rows)), outcome: 'refused', says: /line 10.*NUL/ },
];

/** Encodings other than UTF-8, and bytes that are no text. */
export const encoding: readonly FaultCase[] = encoded.map(({ what, format, data, outcome, says }) => ({
  what,
  format,
  outcome,
  says,
  names: outcome === 'refused' ? `now.${format}` : null,
  make: async (place) => ({ reference: await place.table('good.csv'), current: await place.write(`now.${format}`, data) }),
}));
