import type { Source } from '../source.ts';
import { verified } from '../verified.ts';

/** SQLite databases, one table of each. What reads them is loaded when it is needed. */
export const sqliteSource: Source = {
  format: 'sqlite',
  spelledNulls: false,
  hiveKeys: false,
  fromFiles: () => false,
  looksWide: async () => false,
  verify: async ({ found }) => (found === 'sqlite' ? found : null),
  namesAhead: async (file, { table }, _, context) => {
    await verified(file, sqliteSource);
    const { sqliteNames } = await import('./loadSqlite.ts');
    return { names: await sqliteNames(file, table, context), dialect: null };
  },
  open: async (files, about, context) => {
    for (const file of files.files) await verified(file, sqliteSource);
    const { loadSqlite } = await import('./loadSqlite.ts');
    return loadSqlite(files, about, context);
  },
};
