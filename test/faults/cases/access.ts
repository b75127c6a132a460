import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import type { FaultCase } from '../faultCase.ts';
import { formats, type Place } from '../place.ts';

const isRoot = process.getuid?.() === 0;
/** Root may read everything: the program runs as nobody. */
const asNobody = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
const noUsers = (): string | null => (process.platform === 'win32' ? 'Windows has no such permissions' : null);
const noFifo = (): string | null => (process.platform === 'win32' ? 'Windows has no named pipes in folders' : null);

const good = async (place: Place): Promise<string> => {
  await chmod(place.folder, 0o755);
  return place.table('good.csv');
};

/** What stands between the program and a file. */
export const access: readonly FaultCase[] = [
  ...formats.map(
    (format): FaultCase => ({
      what: 'no permission to read the file',
      format,
      outcome: 'refused',
      says: /cannot be opened.*permissions/,
      names: `now.${format}`,
      impossible: noUsers,
      make: async (place) => {
        const reference = await good(place);
        const current = await place.table(`now.${format}`);
        await chmod(current, 0);
        return { reference, current, under: asNobody };
      },
    }),
  ),
  {
    what: 'no permission to enter the folder',
    format: 'csv',
    outcome: 'refused',
    says: /cannot be opened.*permissions/,
    names: 'now.csv',
    impossible: noUsers,
    make: async (place) => {
      const reference = await good(place);
      const current = await place.table('locked/now.csv');
      await chmod(place.path('locked'), 0);
      return { reference, current, under: asNobody, after: () => chmod(place.path('locked'), 0o755) };
    },
  },
  {
    what: 'no permission to list a folder of parts',
    format: 'folder',
    outcome: 'refused',
    says: /cannot be opened.*permissions/,
    names: 'parts',
    impossible: noUsers,
    make: async (place) => {
      const reference = await good(place);
      await place.table('parts/1.csv');
      await chmod(place.path('parts'), 0);
      return { reference, current: place.path('parts'), under: asNobody, after: () => chmod(place.path('parts'), 0o755) };
    },
  },
  {
    what: 'a file that is not there',
    format: 'csv',
    outcome: 'refused',
    says: /does not exist/,
    names: 'gone.csv',
    make: async (place) => ({ reference: await good(place), current: place.path('gone.csv') }),
  },
  {
    what: 'a broken link',
    format: 'parquet',
    outcome: 'refused',
    says: /is a link that leads to no file/,
    names: 'link.parquet',
    make: async (place) => {
      await symlink(place.path('gone.parquet'), place.path('link.parquet'));
      return { reference: await good(place), current: place.path('link.parquet') };
    },
  },
  {
    what: 'a link to itself',
    format: 'csv',
    outcome: 'refused',
    says: /is a link that leads to no file/,
    names: 'loop.csv',
    make: async (place) => {
      await symlink(place.path('loop.csv'), place.path('loop.csv'));
      return { reference: await good(place), current: place.path('loop.csv') };
    },
  },
  {
    what: 'a folder whose link leads back to it',
    format: 'folder',
    outcome: 'read',
    // Read once: a copy of the reference then, row for row.
    says: /^(?!.*repeat an earlier row)/s,
    names: null,
    make: async (place) => {
      await place.table('parts/1.csv');
      await symlink(place.path('parts'), place.path('parts/again'));
      return { reference: await good(place), current: place.path('parts') };
    },
  },
  {
    what: 'a folder with a link to the root',
    format: 'folder',
    outcome: 'read',
    says: null,
    names: null,
    make: async (place) => {
      await place.table('parts/1.csv');
      await symlink('/', place.path('parts/root'));
      return { reference: await good(place), current: place.path('parts') };
    },
  },
  {
    what: 'a folder named like a file',
    format: 'csv',
    outcome: 'refused',
    says: /No file matches|folder/,
    names: 'now.csv',
    make: async (place) => {
      await mkdir(place.path('now.csv'));
      return { reference: await good(place), current: place.path('now.csv') };
    },
  },
  {
    what: 'a named pipe that nobody writes to',
    format: 'csv',
    outcome: 'refused',
    says: /of a kind that cannot be read/,
    names: 'pipe.csv',
    impossible: noFifo,
    make: async (place) => {
      execFileSync('mkfifo', [place.path('pipe.csv')]);
      return { reference: await good(place), current: place.path('pipe.csv') };
    },
  },
  {
    what: 'a link to a device without end',
    format: 'csv',
    outcome: 'refused',
    says: /of a kind that cannot be read/,
    names: 'zero.csv',
    impossible: noFifo,
    make: async (place) => {
      await symlink('/dev/zero', place.path('zero.csv'));
      return { reference: await good(place), current: place.path('zero.csv') };
    },
  },
  {
    what: 'an address on the network',
    format: 'csv',
    outcome: 'refused',
    says: /is an address on a network/,
    names: 'https://example.com/now.csv',
    make: async (place) => ({ reference: await good(place), current: 'https://example.com/now.csv' }),
  },
  {
    what: 'an address of a bucket',
    format: 'parquet',
    outcome: 'refused',
    says: /is an address on a network/,
    names: 's3://bucket/now.parquet',
    make: async (place) => ({ reference: await good(place), current: 's3://bucket/now.parquet' }),
  },
];
