import type { DataErrorCode } from '../../data/dataError.ts';
import { sayPlain } from '../sayPlain.ts';
import type { ErrorSentence } from './errorParts.ts';

/** Sentences on databases: which table is meant, and what cannot be read of one. */
export const databaseErrors = {
  no_tables: ({ t, file }) =>
    sayPlain(t, '{0} holds no tables. Choose a database that does; of other files leave out # and the name behind it.', file),
  several_tables: ({ t, file, said }) => sayPlain(t, '{0} holds several tables: {1}. Name one, as in {2}.', file, said, 'FILE.db#TABLE'),
  unknown_table: ({ t, file, table, said }) => sayPlain(t, '{0} has no table {1}. It has {2}.', file, table, said),
  view_endless: ({ t, file, said }) =>
    sayPlain(t, '{0}: the view {1} does not come to an end. Choose a table, or write the rows of the view into one.', file, said),
  view_fails: ({ t, file, table, said }) =>
    sayPlain(t, '{0}: {1} cannot be read ({2}). Choose another table, or mend the view.', file, table, said),
  database_in_use: ({ t, file }) =>
    sayPlain(
      t,
      '{0} is in the middle of a change: another program is writing it, or broke off. Let that program finish, or open the file once with it, and compare again.',
      file,
    ),
} satisfies Partial<Record<DataErrorCode, ErrorSentence>>;
