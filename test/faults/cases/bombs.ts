import { gzipSync } from 'node:zlib';
import type { FaultCase } from '../faultCase.ts';
import { arrowBomb, bombRows, lz4Zeros } from '../hostileArrow.ts';
import { deepMetadata, deepParquet, endlessSchema } from '../hostileParquet.ts';
import { deepJson, deepLines, emptyBlocks, manyDeepKeys, packedRepeats } from '../hostileText.ts';
import { runLengthParquet } from '../runLengthParquet.ts';

const mebi = 2 ** 20;

interface Bomb {
  readonly what: string;
  readonly format: string;
  readonly says: RegExp | null;
  readonly content: () => Promise<string | Uint8Array> | string | Uint8Array;
  readonly outcome?: FaultCase['outcome'];
  readonly options?: readonly string[];
}

const bombs: readonly Bomb[] = [
  {
    what: 'lists in lists, 80,000 deep',
    format: 'json',
    says: /line 1: values are nested more than 200 levels deep/,
    content: () => deepJson(80_000),
  },
  {
    what: 'objects in objects, 20,000 deep, in the second line',
    format: 'jsonl',
    says: /line 2: values are nested more than 200 levels deep/,
    content: () => deepLines(20_000),
  },
  {
    what: 'lists in lists, packed',
    format: 'json.gz',
    says: /line 1: values are nested more than 200 levels deep/,
    content: () => gzipSync(deepJson(80_000)),
  },
  {
    what: 'many keys, as deep as is read',
    format: 'jsonl',
    says: null,
    outcome: 'read',
    content: () => manyDeepKeys(300, 190),
  },
  {
    what: 'groups in groups, 20,000 deep',
    format: 'parquet',
    says: /columns are nested 20001 levels deep, of at most 100/,
    content: () => deepParquet(20_000),
  },
  {
    what: 'metadata nested 1,000,000 deep',
    format: 'parquet',
    says: /damaged or cut short \(impossible metadata\)/,
    content: () => deepMetadata(1_000_000),
  },
  {
    what: 'a schema of two thousand million elements',
    format: 'parquet',
    says: /damaged or cut short \(impossible metadata\)/,
    content: () => endlessSchema(),
  },
  {
    what: 'LZ4 frames of a gigabyte, declared as 8 MiB',
    format: 'arrows',
    says: /damaged or cut short \(LZ4: not as long as declared\)/,
    content: () => arrowBomb('lz4', lz4Zeros(1024), 8 * bombRows),
  },
  {
    what: 'LZ4 frames of a gigabyte, declared as that',
    format: 'arrows',
    says: /one batch of rows takes 1074 MB, and the memory limit leaves 268 MB for it/,
    content: () => arrowBomb('lz4', lz4Zeros(1024), 2 ** 30),
    options: ['--memory', '512'],
  },
  {
    what: 'gigabytes of zeros, packed',
    format: 'csv.gz',
    says: /line 2 is damaged or cut short \(NUL\)/,
    content: () => packedRepeats('a,b\n1,', Buffer.alloc(mebi), 2048),
  },
  {
    what: 'a line of gigabytes, packed',
    format: 'csv.gz',
    says: /line 2: the line is longer than 2 MB/,
    content: () => packedRepeats('a,b\n1,', Buffer.alloc(mebi, 'z'), 2048),
  },
  {
    what: 'three million empty blocks',
    format: 'csv.zst',
    says: /holds no rows/,
    content: () => emptyBlocks(3_000_000),
  },
  {
    what: 'cells of 20,000 digits that end in a letter',
    format: 'csv',
    says: null,
    outcome: 'read',
    content: () => `a,b\n${Array.from({ length: 200 }, (_, i) => `${'1'.repeat(20_000)}x,${i}`).join('\n')}\n`,
  },
  {
    what: '60,000 equal names',
    format: 'csv',
    says: /has 60000 columns, and at most 20000 are read/,
    content: () => `${'a,'.repeat(59_999)}a\n${'1,'.repeat(59_999)}1\n`,
  },
  {
    what: 'a row of 60,000 keys',
    format: 'json',
    says: /has 60000 columns, and at most 20000 are read/,
    content: () => `[{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":${i % 2 === 0 ? i : '"a"'}`).join(',')}}]`,
  },
  {
    what: '2,000 columns without a value',
    format: 'csv',
    says: null,
    outcome: 'read',
    content: () => `${Array.from({ length: 2000 }, (_, i) => `c${i}`).join(',')}\n${`1${','.repeat(1999)}\n`.repeat(40)}`,
  },
  {
    what: 'three million rows in six kilobytes',
    format: 'parquet',
    says: null,
    outcome: 'read',
    content: () =>
      runLengthParquet(3_000_000, [
        { name: 'x', kind: 'number', values: 100, runs: 500 },
        { name: 'kind', kind: 'text', values: 50, runs: 500 },
      ]),
  },
];

/** Small files that take a process, its memory, its time or its disk much further than their size: nesting, packing, and texts that were looked through again and again. */
export const bombCases: readonly FaultCase[] = bombs.map(
  ({ what, format, says, content, outcome = 'refused', options = [] }): FaultCase => ({
    what,
    format,
    outcome,
    says,
    names: outcome === 'refused' ? `now.${format}` : null,
    make: async (place) => {
      const current = await place.write(`now.${format}`, await content());
      // What can be read has the same columns as itself.
      return { reference: outcome === 'read' ? current : await place.table('good.csv'), current, options };
    },
  }),
);
