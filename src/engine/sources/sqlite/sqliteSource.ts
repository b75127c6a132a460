import { DataError } from '../../../core/data/dataError.ts';
import type { Signature } from '../../files/signature.ts';
import type { FileHead, Source } from '../source.ts';
import { verified } from '../verified.ts';

/** SQLite databases, one table of each. What reads them is loaded when it is needed. */
export const sqliteSource: Source = {
  format: 'sqlite',
  spelledNulls: false,
  hiveKeys: false,
  fromFiles: () => false,
  looksWide: async () => false,
  verify: async (file) => (file.found === 'sqlite' ? whole(file) : null),
  namesAhead: async (file, { table }, _, context) => {
    await verified(file, sqliteSource);
    const { sqliteNames } = await import('./loadSqlite.ts');
    return { names: await sqliteNames(file, table, context), dialect: null };
  },
  tables: async ({ path }, memoryLimitMb) => {
    const { sqliteTables } = await import('./openSqlite.ts');
    return sqliteTables(path, memoryLimitMb);
  },
  open: async (files, about, context) => {
    for (const file of files.files) await verified(file, sqliteSource);
    const { loadSqlite } = await import('./loadSqlite.ts');
    return loadSqlite(files, about, context);
  },
};

/**
 * Refuses a file that is shorter than it says. SQLite takes what is missing of a page for zeros, and so cells for missing values. The number of pages counts where
 * it was written by the last change (https://www.sqlite.org/fileformat.html, 1.3.8).
 */
function whole({ path, bytes, head, found }: FileHead): Signature {
  const header = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (header.length < 100) throw new DataError('corrupt_file', { file: path, found: 'cut short' });
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const pages = header.readUInt32BE(24) === header.readUInt32BE(92) ? header.readUInt32BE(28) : 0;
  if (bytes < pages * pageBytes) throw new DataError('corrupt_file', { file: path, found: 'cut short' });
  return found;
}
