import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Call, FaultCase } from '../faultCase.ts';
import { packedRepeats } from '../hostileText.ts';
import { delimited, type Place, sound } from '../place.ts';

/** A file system of its own for the program alone, on `full` in the case's folder: a real disk that really is full. Linux, as root. */
const withDisk = (place: Place, kilobytes: number): readonly string[] => [
  'unshare',
  '-m',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${kilobytes}k tmpfs '${place.path('full')}' && exec "$@"`,
  'sh',
];

let possible: string | null | undefined;
function noDisk(): string | null {
  if (possible === undefined) {
    try {
      execFileSync('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt'], { stdio: 'ignore' });
      possible = null;
    } catch {
      possible = 'needs Linux and the right to mount (root)';
    }
  }
  return possible;
}

interface Full {
  readonly what: string;
  readonly format: string;
  readonly kilobytes: number;
  readonly says: RegExp;
  readonly make: (place: Place) => Promise<Pick<Call, 'reference' | 'current' | 'options'>>;
  /** Temporary files go to the full disk. */
  readonly temporary: boolean;
  /** The report is written somewhere all the same. */
  readonly outcome?: FaultCase['outcome'];
}

const long = (rows: number): string =>
  `a,b,c,d\n${Array.from({ length: rows }, (_, i) => `${(i * 7919) % 10007},${(i * 31) % 997},${(i * 17) % 4999},text${i % 5000}`).join('\n')}\n`;
const roomless = /disk is (?:nearly )?full/;

const full: readonly Full[] = [
  {
    what: 'no room to unpack',
    format: 'csv.gz',
    kilobytes: 256,
    says: roomless,
    temporary: true,
    make: async (place) => ({ reference: await place.table('good.csv'), current: await place.write('now.csv.gz', gzipSync(long(50_000))) }),
  },
  {
    what: 'no room to unpack beyond what is kept free',
    format: 'csv.gz',
    kilobytes: 20_480,
    says: /disk is nearly full/,
    temporary: true,
    make: async (place) => ({
      reference: await place.table('good.csv'),
      current: await place.write('now.csv.gz', await packedRepeats('a,b\n', Buffer.from('1,2\n'.repeat(50_000)), 500)),
    }),
  },
  {
    what: 'no room to recode (UTF-16)',
    format: 'csv',
    kilobytes: 256,
    says: roomless,
    temporary: true,
    make: async (place) => ({
      reference: await place.table('good.csv'),
      current: await place.write('now.csv', Buffer.from(`\ufeff${long(50_000)}`, 'utf16le')),
    }),
  },
  {
    what: 'no room to spill',
    format: 'csv',
    kilobytes: 1024,
    says: /disk is full|needs more (?:memory|temporary data)/,
    temporary: true,
    make: async (place) => {
      const path = await place.write('now.csv', long(1_500_000));
      return { reference: path, current: path, options: ['--memory', '64', '--threads', '1'] };
    },
  },
  {
    what: 'no room for the rows of a wide table',
    format: 'csv',
    kilobytes: 512,
    says: roomless,
    temporary: true,
    make: async (place) => {
      const names = Array.from({ length: 1000 }, (_, i) => `c${i}`);
      const rows = Array.from({ length: 400 }, (_, r) => names.map((_, i) => ((r * 7919 + i * 104_729) % 1_000_003) / 7).join(','));
      const path = await place.write('now.csv', `${[names.join(','), ...rows].join('\n')}\n`);
      return { reference: path, current: path };
    },
  },
  ...(['html', 'json', 'csv', 'markdown'] as const).map(
    (kind): Full => ({
      what: `no room for --${kind}`,
      format: kind,
      kilobytes: kind === 'html' || kind === 'json' ? 8 : 0,
      says: /could not be written/,
      temporary: false,
      make: async (place) => ({
        reference: await place.table('good.csv'),
        current: await place.write(
          'now.csv',
          delimited({ ...sound, ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`c${i}`, sound.x!])) }),
        ),
        options: [`--${kind}`, place.path(`full/report.${kind}`)],
      }),
    }),
  ),
];

/** A disk that is full, and no place for temporary files at all. */
export const disk: readonly FaultCase[] = [
  ...full.map(
    ({ what, format, kilobytes, says, make, temporary, outcome = 'refused' }): FaultCase => ({
      what,
      format,
      outcome,
      says,
      names: null,
      impossible: noDisk,
      make: async (place) => {
        await mkdir(place.path('full'));
        // A size of 0 would mean no limit: one page is what a file system itself needs.
        const call = await make(place);
        return { ...call, under: withDisk(place, Math.max(4, kilobytes)), ...(temporary ? { env: { TMPDIR: place.path('full') } } : {}) };
      },
    }),
  ),
  {
    what: 'the folder for temporary files does not exist',
    format: 'csv',
    outcome: 'refused',
    says: /temporary files/,
    names: null,
    make: async (place) => ({
      reference: await place.table('good.csv'),
      current: await place.table('now.csv'),
      env: { TMPDIR: place.path('nowhere') },
    }),
  },
  {
    what: 'a report on a device that is full',
    format: 'text',
    outcome: 'refused',
    says: /could not be printed: the disk is full/,
    names: null,
    impossible: () => (process.platform === 'linux' ? null : '/dev/full is a device of Linux'),
    make: async (place) => ({
      reference: await place.table('good.csv'),
      current: await place.table('now.csv'),
      under: ['sh', '-c', '"$@" > /dev/full', 'sh'],
    }),
  },
];
