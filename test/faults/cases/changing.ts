import { readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultCase } from '../faultCase.ts';
import { formats, type Place, sound } from '../place.ts';

type Change = (path: string, whole: Buffer) => Promise<void>;

const changes: Readonly<Record<string, Change>> = {
  'a file that grows and is written again while it is read': async (path, whole) => {
    for (let i = 0; i < 200; i++) {
      await writeFile(path, i % 2 ? whole : Buffer.concat([whole, whole]));
      await pause(5);
    }
  },
  'a file that shrinks while it is read': async (path) => {
    for (let i = 0; i < 8; i++) {
      await pause(60);
      await truncate(path, Math.floor((await stat(path)).size * 0.7));
    }
  },
  'a file that vanishes while it is read': async (path) => {
    await pause(330);
    await rm(path);
  },
  'a file that is replaced while it is read': async (path, whole) => {
    for (let i = 0; i < 100; i++) {
      await writeFile(`${path}.new`, whole.subarray(0, whole.length - (i % 3)));
      await rename(`${path}.new`, path);
      await pause(10);
    }
  },
};

const many = Object.fromEntries(Object.entries(sound).map(([name, values]) => [name, Array.from({ length: 40 }, () => values).flat()]));

/** Files somebody else is writing to. What comes of it depends on the moment: a report or a message, never anything else. */
export const changing: readonly FaultCase[] = Object.entries(changes).flatMap(([what, change]) =>
  formats
    .filter((format) => !['tsv', 'feather', 'jsonl.gz', 'json'].includes(format))
    .map(
      (format): FaultCase => ({
        what,
        format,
        outcome: 'either',
        says: /changed while|does not exist|damaged|is empty|holds no|could not be read|opens here|fields|cannot be opened|is named like|only|no column in common|no rows/,
        names: null,
        make: async (place: Place) => {
          const path = await place.table(`now.${format}`, many);
          const whole = await readFile(path);
          return { reference: await place.table('good.csv'), current: path, meanwhile: () => change(path, whole) };
        },
      }),
    ),
);
