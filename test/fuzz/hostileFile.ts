import { gzipSync } from 'node:zlib';
import { arrowBomb, bombRows, lz4Zeros } from '../faults/hostileArrow.ts';
import { deepMetadata, deepParquet } from '../faults/hostileParquet.ts';
import { deepJson, deepLines, emptyBlocks, manyDeepKeys } from '../faults/hostileText.ts';
import { runLengthParquet } from '../faults/runLengthParquet.ts';
import type { Random } from './random.ts';

interface HostileFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const text = (name: string, content: string): HostileFile =>
  name.endsWith('.gz') ? { name, bytes: gzipSync(content) } : { name, bytes: Buffer.from(content) };

const writers: readonly ((random: Random) => HostileFile)[] = [
  (random) => text(random.pick(['deep.json', 'deep.json.gz']), deepJson(random.below(random.pick([250, 100_000])))),
  (random) => text(random.pick(['deep.jsonl', 'deep.jsonl.gz']), deepLines(random.below(random.pick([250, 50_000])))),
  (random) => text('keys.jsonl', manyDeepKeys(1 + random.below(200), random.below(198))),
  (random) => ({ name: 'deep.parquet', bytes: deepParquet(random.below(random.pick([120, 40_000]))) }),
  (random) => ({ name: 'metadata.parquet', bytes: deepMetadata(random.below(random.pick([70, 500_000]))) }),
  function declared(random) {
    const length = random.pick([0, 1, 8 * bombRows, 64 * 2 ** 20, 2 ** 31, 2 ** 40, -1, -2]);
    return { name: 'bomb.arrows', bytes: Buffer.from(arrowBomb('lz4', lz4Zeros(random.pick([4, 64])), length)) };
  },
  (random) => ({ name: 'blocks.csv.zst', bytes: emptyBlocks(random.below(random.pick([10, 1_000_000]))) }),
  (random) => ({ name: 'zeros.csv.gz', bytes: gzipSync(Buffer.concat([Buffer.from('a,b\n1,'), Buffer.alloc(random.below(1 << 25))])) }),
  (random) => text('line.csv.gz', `a,b\n1,${'z'.repeat(random.below(1 << 24))}\n`),
  (random) => text('rows.csv.gz', `id,price\n${'1,2\n'.repeat(random.below(2_000_000))}`),
  (random) => text('wide.csv.gz', `${Array.from({ length: 1 + random.below(3000) }, (_, i) => `c${i}`).join(',')}\n1,2\n`),
  // Few rows over thousands of years: many days, months and chunks.
  (random) => {
    const days = random.pick([2000, 400_000, 2_000_000]);
    const rows = Array.from({ length: 1 + random.below(3000) }, () => {
      const at = new Date(Date.UTC(1, 0, 1) + random.below(days) * 86_400_000);
      return `${random.below(1000)},${random.pick(['red', 'green', 'blue'])},${at.toISOString().slice(0, 10)}`;
    });
    return text('spans.csv', `price,kind,when\n${rows.join('\n')}\n`);
  },
  // Many columns of few rows over years: tables by day for each of them.
  (random) => {
    const columns = 1 + random.below(random.pick([30, 200]));
    const names = ['when', ...Array.from({ length: columns }, (_, i) => `c${i}`)];
    const rows = Array.from({ length: 1 + random.below(1500) }, (_, i) => {
      const at = new Date(Date.UTC(2015, 0, 1) + Math.floor(i * random.pick([0.5, 1.4])) * 86_400_000).toISOString().slice(0, 10);
      return [at, ...names.slice(1).map((_, c) => (c % 3 === 2 ? `v${random.below(40)}` : random.below(10_000) / 10))].join(',');
    });
    return text('wide-spans.csv', `${names.join(',')}\n${rows.join('\n')}\n`);
  },
  // Cells that begin as a number does and end otherwise: what an expression that goes back takes the square of the time for.
  (random) => {
    const piece = random.pick(['1', '1,', '1.', '-', ' ', '1e', '0', '$', '1_', '12:', '9 ', "1'"]);
    const end = random.pick(['x', '', '!', ' ', '\u00e9', 'e']);
    const cell = `${piece.repeat(random.below(random.pick([500, 20_000])))}${end}`;
    const rows = Array.from({ length: 1 + random.below(60) }, (_, i) => `"${cell}",${random.chance(0.2) ? i : cell.length}`);
    return text('digits.csv', `price,id\n${rows.join('\n')}\n`);
  },
  (random) => {
    const columns = random.below(random.pick([300, 60_000]));
    return text(
      'equal.csv',
      `${'a,'.repeat(columns)}a\n${Array.from({ length: random.below(4) }, () => `${'1,'.repeat(columns)}1\n`).join('')}`,
    );
  },
  // Names, values and a name of a file that the editor would take for links.
  (random) => {
    const link = (): string =>
      `[${random.pick(['a', 'b]', '', '$(zap)'])}](${random.pick(['command:b', 'https://e.invalid', 'file:///c', '//d'])})`;
    const rows = Array.from({ length: random.below(80) }, (_, i) => `${link()},${i},${random.chance(0.5) ? link() : ''}`);
    return text(
      `${random.pick(['links', '[a](command:b)'])}.csv`,
      `${random.pick(['kind', link()])},price,${link()}\n${rows.join('\n')}\n`,
    );
  },
  // Few kilobytes of many rows.
  (random) => ({
    name: 'runs.parquet',
    bytes: runLengthParquet(1 + random.below(random.pick([5000, 3_000_000])), [
      { name: 'price', kind: 'number', values: 1 + random.below(200), runs: 1 + random.below(500) },
      { name: 'kind', kind: 'text', values: 1 + random.below(200), runs: 1 + random.below(500) },
    ]),
  }),
];

/** A small file as a hostile writer would make it: it goes deep, unpacks to much more than it is, holds texts that take long, or names like links; each size at random. */
export function hostileFile(random: Random): HostileFile {
  return random.pick(writers)(random);
}
