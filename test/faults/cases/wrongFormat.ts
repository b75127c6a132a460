import { deflateSync, gzipSync } from 'node:zlib';
import type { FaultCase } from '../faultCase.ts';
import type { Place } from '../place.ts';

const suffixes = ['csv', 'jsonl', 'parquet', 'arrow', 'csv.gz', 'csv.zst', 'db'] as const;

const contents: Readonly<Record<string, (place: Place) => Promise<string | Uint8Array>>> = {
  parquet: async (place) => read(await place.table('other.parquet')),
  arrow: async (place) => read(await place.table('other.arrow')),
  csv: async (place) => read(await place.table('other.csv')),
  json: async (place) => read(await place.table('other.json')),
  gzip: async () => gzipSync('x,kind\n1,red\n'),
  'Excel workbook (zip)': async () => Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\x08\0', 'latin1'), deflateSync('x'.repeat(500))]),
  'SQLite database': async () => Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(500)]),
  'HTML page': async () => '<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>',
  PDF: async () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0, 1, 2])]),
  PNG: async () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  pickle: async () => Buffer.from([0x80, 0x04, 0x95, 0, 0, 0, 0, 0, 0, 0, 0, 0x7d]),
  'a Git LFS pointer': async () =>
    'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
};

async function read(path: string): Promise<Buffer> {
  const { readFile } = await import('node:fs/promises');
  return readFile(path);
}

const kin: Readonly<Record<string, readonly string[]>> = {
  csv: ['csv', 'tsv'],
  json: ['json', 'jsonl'],
  parquet: ['parquet'],
  arrow: ['arrow', 'feather', 'arrows'],
  gzip: ['csv.gz'],
  'SQLite database': ['db'],
};

/** A file of one kind under the suffix of another. */
export const wrongFormat: readonly FaultCase[] = [
  ...Object.entries(contents).flatMap(([content, make]) =>
    suffixes
      .filter((suffix) => !(kin[content] ?? []).includes(suffix))
      // A page of JSON under .csv and the like are texts: they are read, and nothing fits.
      .map(
        (suffix): FaultCase => ({
          what: `${content} named .${suffix}`,
          format: suffix,
          outcome: 'refused',
          says: /is named like|damaged|no column in common|Git LFS|cannot be read/,
          names: null,
          make: async (place) => ({
            reference: await place.table('good.csv'),
            current: await place.write(`now.${suffix}`, await make(place)),
          }),
        }),
      ),
  ),
  ...['docx', 'xlsx', 'txt.bak', 'pkl'].map(
    (suffix): FaultCase => ({
      what: `a file named .${suffix}`,
      format: suffix,
      outcome: 'refused',
      says: /of a kind that cannot be read/,
      names: `now.${suffix}`,
      make: async (place) => ({ reference: await place.table('good.csv'), current: await place.write(`now.${suffix}`, 'x') }),
    }),
  ),
  {
    what: 'a file without a suffix',
    format: '',
    outcome: 'refused',
    says: /of a kind that cannot be read/,
    names: 'data',
    make: async (place) => ({ reference: await place.table('good.csv'), current: await place.write('data', 'x') }),
  },
];
