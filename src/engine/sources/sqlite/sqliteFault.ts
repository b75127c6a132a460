import { DataError } from '../../../core/data/dataError.ts';

/** A failure of SQLite: its own code (`SQLITE_CORRUPT`), or `broken` where its machine broke down; the message is its own. */
export class SqliteFault extends Error {
  readonly code: string;
  constructor(code: string, said: string) {
    super(said);
    this.name = 'SqliteFault';
    this.code = code;
  }
}

/** A failure of SQLite as a DataError about a file and its table. Others pass unchanged. */
export function sqliteError(error: unknown, file: string, table: string | null): unknown {
  if (!(error instanceof SqliteFault)) return error;
  const { code, message } = error;
  const found = message.split('\n')[0]!.slice(0, 300);
  if (code === 'SQLITE_NOTADB') return new DataError('not_this_format', { file, expected: 'sqlite' });
  if (code === 'SQLITE_READONLY_ROLLBACK' || code === 'SQLITE_READONLY_RECOVERY' || code.startsWith('SQLITE_BUSY'))
    return new DataError('database_in_use', { file });
  if (code.includes('NOMEM') || (code === 'broken' && /memory/i.test(found))) return new DataError('out_of_memory', { file });
  if (code === 'SQLITE_INTERRUPT') return new DataError('view_endless', { file, found: table ?? '' });
  if (code === 'SQLITE_TOOBIG') return new DataError('line_too_long', { file, expected: found });
  // A statement of ours is sound: what SQLite says of it is about a view or a module that is not there.
  if (code === 'SQLITE_ERROR' || code === 'SQLITE_AUTH') return new DataError('view_fails', { file, expected: table ?? '', found });
  return new DataError('corrupt_file', { file, found });
}
