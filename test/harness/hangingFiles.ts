import { symlink } from 'node:fs/promises';
import { emptyBlocks } from '../faults/hostileText.ts';
import { runLengthParquet } from '../faults/runLengthParquet.ts';

/** Two datasets that keep an engine busy for long, or did. */
export interface HangingPair {
  readonly what: string;
  readonly reference: string;
  readonly current: string;
}

/** Few rows over five and a half years, in so many columns beside the day; every third is text. */
export function wideSpan(columns: number, side: 0 | 1): string {
  const rows = 4000;
  const days = 2009;
  const names = Array.from({ length: columns }, (_, c) => `x${c}`);
  const line = (row: number): string => {
    const at = new Date(Date.UTC(2010, 0, 1) + (side * days + Math.floor((row * days) / rows)) * 86_400_000).toISOString().slice(0, 10);
    const cells = names.map((_, c) => (c % 3 === 2 ? `v${(row * 7919 + c) % 40}` : ((row * 7919 + c * 104_729 + side) % 10_007) / 10));
    return [at, ...cells].join(',');
  };
  return `${[['day', ...names].join(','), ...Array.from({ length: rows }, (_, row) => line(row))].join('\n')}\n`;
}

/** Writes the pairs; `write` takes a name with its folder, and gives the path. */
export async function hangingFiles(write: (name: string, data: string | Uint8Array) => Promise<string>): Promise<readonly HangingPair[]> {
  const small = await write('small.csv', `a,b\n${Array.from({ length: 50 }, (_, i) => `${i},${i % 3}`).join('\n')}\n`);
  const digits = Array.from({ length: 8000 }, (_, i) => `${'1'.repeat(4000)}x,${i}`).join('\n');
  const runs = await write(
    'runs.parquet',
    runLengthParquet(2e9, [
      { name: 'x', kind: 'number', values: 100, runs: 500 },
      { name: 'c', kind: 'text', values: 50, runs: 500 },
    ]),
  );
  const pairs: HangingPair[] = [
    { what: 'long cells of digits', reference: small, current: await write('digits.csv', `a,b\n${digits}\n`) },
    { what: 'nine million empty zstd blocks', reference: small, current: await write('blocks.csv.zst', emptyBlocks(9_000_000)) },
    {
      what: '60,000 equal names',
      reference: small,
      current: await write('equal.csv', `${'a,'.repeat(59_999)}a\n${'1,'.repeat(59_999)}1\n`),
    },
    { what: 'two thousand million rows in six kilobytes', reference: runs, current: runs },
  ];
  for (const columns of [60, 300]) {
    const reference = await write(`${columns}-reference.csv`, wideSpan(columns, 0));
    pairs.push({ what: `${columns} columns over years`, reference, current: await write(`${columns}-current.csv`, wideSpan(columns, 1)) });
  }
  if (process.platform !== 'win32') {
    const part = await write('linked/1.csv', 'a,b\n1,2\n');
    const folder = part.slice(0, -'/1.csv'.length);
    await symlink('/', `${folder}/root`);
    pairs.push({ what: 'a folder with a link to the root', reference: small, current: folder });
  }
  return pairs;
}
