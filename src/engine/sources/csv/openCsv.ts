import type { Note } from '../../../core/report/note.ts';
import type { Database } from '../../database/database.ts';
import { keptInFiles, viewOfFiles } from '../../database/rowStore.ts';
import type { SourceFiles } from '../../files/resolveFiles.ts';
import type { OpenContext } from '../../openContext.ts';
import type { RawTable } from '../../rawTable.ts';
import { plainTexts } from '../plainTexts.ts';
import type { Opened, Source } from '../source.ts';
import { loadCsv } from './loadCsv.ts';

/** Opens delimited text: loaded once, a large one from the cache where it is there. */
export async function openCsv(files: SourceFiles, source: Source, about: RawTable['source'], context: OpenContext): Promise<Opened> {
  const { database, side, folder, signal, memoryLimitMb } = context;
  // How large a packed text is only shows once it is unpacked.
  const mayBeLarge = files.files.some(({ packing }) => packing !== 'none') || keptInFiles(sumOfBytes(files.files), memoryLimitMb);
  const cache = mayBeLarge ? context.cache : null;
  const key = cache === null ? null : await cache.keyOf(files, context);
  const kept = key === null ? null : await cache!.find(key, folder);
  const relation = `${side}_rows`;
  if (kept !== null) {
    const rowIndex = await viewOfFiles(database, relation, kept.stored, signal);
    for (const note of kept.notes) context.note(note);
    return { ...kept.table, relation, rowIndex, source: about };
  }
  const notes: Note[] = [];
  const note = (told: Note): void => {
    notes.push(told);
    context.note(told);
  };
  const telling = { ...context, note };
  const texts = await plainTexts(files, source, telling);
  if (!keptInFiles(sumOfBytes(texts), memoryLimitMb)) return loadCsv(texts, about, false, telling);
  const { stored, ...loaded } = await loadInto(await context.writer(), (writer) =>
    loadCsv(texts, about, true, { ...telling, database: writer }),
  );
  if (stored !== null) await viewOfFiles(database, relation, stored, signal);
  if (stored !== null && key !== null && key === (await cache!.keyOf(files, context))) {
    const { columns, rows, inPlace, dialect } = loaded;
    await cache!.put(key, { table: { columns, rows, inPlace, dialect }, stored, notes });
  }
  return loaded;
}

function sumOfBytes(parts: readonly { readonly bytes: number }[]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function loadInto<T>(writer: Database, work: (writer: Database) => Promise<T>): Promise<T> {
  try {
    return await work(writer);
  } finally {
    await writer.close();
  }
}
