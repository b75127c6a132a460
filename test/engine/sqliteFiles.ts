import init from '@sqlite.org/sqlite-wasm';

const started = init();

/** An SQLite database as a file holds it, made by SQLite's own build from statements; `rows` go into a table with one `?` for each value. */
export async function sqliteBytes(
  statements: readonly string[],
  table: string | null = null,
  rows: readonly (readonly (string | number | bigint | Uint8Array | null)[])[] = [],
): Promise<Uint8Array> {
  const { oo1, capi } = await started;
  const database = new oo1.DB(':memory:', 'c');
  try {
    for (const statement of statements) database.exec(statement);
    if (table !== null) {
      const insert = database.prepare(`INSERT INTO "${table.replaceAll('"', '""')}" VALUES (${(rows[0] ?? []).map(() => '?').join(', ')})`);
      database.exec('BEGIN');
      for (const row of rows) insert.bind([...row]).stepReset();
      database.exec('COMMIT');
      insert.finalize();
    }
    return capi.sqlite3_js_db_export(database);
  } finally {
    database.close();
  }
}
