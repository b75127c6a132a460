import type { Note } from '../core/report/note.ts';
import { loadCsv } from './csv/loadCsv.ts';
import type { Dialect } from './csv/parseRecords.ts';
import type { Database } from './database/database.ts';
import { keptInFiles, viewOfFiles } from './database/rowStore.ts';
import { type PlainText, plainText } from './files/plainText.ts';
import type { SourceFiles } from './files/resolveFiles.ts';
import { verifySignature } from './files/signature.ts';
import { loadJson } from './json/loadJson.ts';
import type { OpenContext } from './openContext.ts';
import { boundSchema } from './parquet/boundSchema.ts';
import { openParquet } from './parquet/openParquet.ts';
import type { RawTable } from './rawTable.ts';

/** A side as it was opened; of delimited text with its dialect. */
export type Opened = RawTable & { readonly dialect?: Dialect };

/** Opens the files of one side: Parquet in place, everything else loaded once, large delimited text from the cache where it is there. */
export async function openSide(files: SourceFiles, context: OpenContext): Promise<Opened> {
  const source = {
    label: files.label,
    path: files.path,
    format: files.format,
    files: files.files.map(({ path, bytes }) => ({ path, bytes })),
  };
  switch (files.format) {
    case 'csv':
      return openCsv(files, source, context);
    case 'json':
      return loadJson(await plainTexts(files, context), source, context);
    case 'parquet':
      await verified(files);
      for (const { path, bytes } of files.files) await boundSchema(path, bytes, context.signal);
      return openParquet(files, source, context);
    case 'arrow': {
      await verified(files);
      // Loaded when needed: few datasets are Arrow files.
      const { loadArrow } = await import('./arrow/loadArrow.ts');
      return loadArrow(files, source, context);
    }
  }
}

async function openCsv(files: SourceFiles, source: RawTable['source'], context: OpenContext): Promise<Opened> {
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
    return { ...kept.table, relation, rowIndex, source };
  }
  const notes: Note[] = [];
  const note = (told: Note): void => {
    notes.push(told);
    context.note(told);
  };
  const telling = { ...context, note };
  const texts = await plainTexts(files, telling);
  if (!keptInFiles(sumOfBytes(texts), memoryLimitMb)) return loadCsv(texts, source, false, telling);
  const { stored, ...loaded } = await loadInto(await context.writer(), (writer) =>
    loadCsv(texts, source, true, { ...telling, database: writer }),
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

async function verified(files: SourceFiles): Promise<void> {
  for (const file of files.files) await verifySignature(file.path, file.bytes, files.format, file.packing);
}

async function plainTexts(files: SourceFiles, context: OpenContext): Promise<readonly PlainText[]> {
  const texts: PlainText[] = [];
  for (const file of files.files) {
    const signature = await verifySignature(file.path, file.bytes, files.format, file.packing);
    context.progress(file.path);
    texts.push(await plainText(file, files.format, signature, context.folder, context.signal));
  }
  for (const encoding of new Set(texts.map((text) => text.encoding))) {
    if (encoding === null || encoding.startsWith('utf-16')) continue;
    const { side } = context;
    context.note({ code: 'encoding_assumed', level: 'info', side, column: null, values: { encoding } });
  }
  return texts;
}
