import { gzipSync } from 'node:zlib';
import { arrowBomb, bombRows, lz4Zeros } from '../faults/hostileArrow.ts';
import { deepMetadata, deepParquet } from '../faults/hostileParquet.ts';
import { deepJson, deepLines, emptyBlocks, manyDeepKeys } from '../faults/hostileText.ts';
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
];

/** A small file that goes deep, or unpacks to much more than it is, as a hostile writer would make it; each size at random. */
export function hostileFile(random: Random): HostileFile {
  return random.pick(writers)(random);
}
