import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import type { FaultCase } from '../faultCase.ts';
import type { Place } from '../place.ts';

type Damage = (bytes: Buffer) => Buffer;

const flip =
  (at: (length: number) => number): Damage =>
  (bytes) => {
    const out = Buffer.from(bytes);
    const index = at(bytes.length);
    out[index] = out[index]! ^ 0x10;
    return out;
  };

const damages: readonly (readonly [string, Damage])[] = [
  ['cut in half', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['the last byte cut off', (bytes) => bytes.subarray(0, -1)],
  ['cut to 20 bytes', (bytes) => bytes.subarray(0, 20)],
  ['a byte flipped in the middle', flip((n) => n >> 1)],
  ['a byte flipped near the end', flip((n) => n - 30)],
  ['a byte flipped near the start', flip((n) => Math.min(40, n - 1))],
  [
    'a block of zeros',
    (bytes) => Buffer.concat([bytes.subarray(0, bytes.length >> 2), Buffer.alloc(200), bytes.subarray((bytes.length >> 2) + 200)]),
  ],
];

const damaged = (format: string, what: string, damage: Damage): FaultCase => ({
  what,
  format,
  // A flipped bit may hit a value: then it is another value. It must never end in anything but a report or a message.
  // A stream of Arrow may lack its end mark.
  outcome: what.startsWith('cut') || (what.includes('cut off') && format !== 'arrows') ? 'refused' : 'either',
  says: /damaged or cut short|holds something else|is named like|cannot be read|opens here|fields/,
  names: `now.${format}`,
  make: async (place) => {
    const whole = await place.table(`now.${format}`);
    await place.write(`now.${format}`, damage(await readFile(whole)));
    return { reference: await place.table('good.csv'), current: whole };
  },
});

/** A footer that names a gigabyte of columns, a gzip bomb's smaller sister: what a hostile writer would send. */
const crafted: readonly FaultCase[] = [
  {
    // Found by the fuzzer: one flipped bit, 15 seconds and a gigabyte.
    what: 'metadata that name more entries than they have bytes',
    format: 'arrows',
    outcome: 'refused',
    says: /damaged or cut short \(impossible metadata\)/,
    names: 'now.arrows',
    make: async (place: Place) => ({
      reference: await place.table('good.csv'),
      current: await place.write('now.arrows', await readFile(new URL('../../fixtures/faults/entries.arrows', import.meta.url))),
    }),
  },
  {
    what: 'a footer length beyond the file',
    format: 'parquet',
    outcome: 'refused',
    says: /damaged or cut short/,
    names: 'now.parquet',
    make: async (place: Place) => {
      const whole = await place.table('now.parquet');
      const bytes = await readFile(whole);
      bytes.writeUInt32LE(0x7fffffff, bytes.length - 8);
      await place.write('now.parquet', bytes);
      return { reference: await place.table('good.csv'), current: whole };
    },
  },
  {
    what: 'rubbish after the end',
    format: 'csv.gz',
    outcome: 'either',
    says: /damaged or cut short/,
    names: 'now.csv.gz',
    make: async (place: Place) => {
      const whole = await place.table('now.csv.gz');
      await place.write('now.csv.gz', Buffer.concat([await readFile(whole), deflateRawSync('x'.repeat(100))]));
      return { reference: await place.table('good.csv'), current: whole };
    },
  },
];

/** Files cut short and bits flipped. */
export const damage: readonly FaultCase[] = [
  ...(['parquet', 'arrow', 'arrows', 'feather', 'csv.gz', 'csv.zst', 'jsonl.gz', 'db'] as const).flatMap((format) =>
    damages.map(([what, change]) => damaged(format, what, change)),
  ),
  ...crafted,
];
