import { csvPart } from './csv/csvPart.ts';
import type { Dialect } from './csv/parseRecords.ts';
import type { SourceFile, SourceFiles } from './files/resolveFiles.ts';
import { verifySignature } from './files/signature.ts';
import type { OpenContext } from './openContext.ts';
import { boundSchema } from './parquet/boundSchema.ts';
import { describeReader, partReader } from './parquet/openParquet.ts';

/** Column names as the beginnings of a dataset's files show them, without its rows being read. */
export interface NamesAhead {
  readonly names: readonly string[];
  readonly dialect: Dialect | null;
}

/**
 * Names of the columns of a side before it is loaded: from the headers of delimited text, the footers of Parquet or the schemas of Arrow, of
 * the first file or of all. Null where only loading tells (other formats, packed text, another encoding), or where something is wrong: whoever loads it says what.
 */
export async function namesAhead(
  { files, format, hiveKeys }: SourceFiles,
  which: 'first' | 'all',
  preferred: Dialect | null,
  context: OpenContext,
): Promise<NamesAhead | null> {
  const names = new Set(format === 'parquet' ? hiveKeys : []);
  let dialect: Dialect | null = null;
  for (const file of which === 'first' ? files.slice(0, 1) : files) {
    const part: NamesAhead | null = await namesOf(file, format, dialect ?? preferred, context).catch((error: unknown) => {
      if (context.signal.aborted) throw error;
      return null;
    });
    if (part === null) return null;
    for (const name of part.names) names.add(name);
    dialect ??= part.dialect;
  }
  return { names: [...names], dialect };
}

async function namesOf(
  file: SourceFile,
  format: SourceFiles['format'],
  preferred: Dialect | null,
  context: OpenContext,
): Promise<NamesAhead | null> {
  // Only the rows of JSON tell its columns.
  if (format === 'json' || file.packing !== 'none') return null;
  const signature = await verifySignature(file.path, file.bytes, format, file.packing);
  if (format === 'arrow') {
    const { arrowNames } = await import('./arrow/loadArrow.ts');
    return { names: await arrowNames(file.path, context.memoryLimitMb), dialect: null };
  }
  if (format === 'parquet') {
    // Before the reader sees it: too deep a schema ends the process.
    await boundSchema(file.path, file.bytes, context.signal);
    const columns = await describeReader(partReader(file.path), file.path, context);
    return { names: columns.map(({ name }) => name), dialect: null };
  }
  if (signature !== 'text') return null;
  const { names, shape } = await csvPart(
    { path: file.path, original: file.path, encoding: null, bytes: file.bytes, digitSeparators: false },
    preferred,
    context,
  );
  // Bytes that are no UTF-8 may spell a name once it is known what they are; a single record may be the only row.
  const plain = shape.header && !names.some((name) => name.includes('\ufffd') || name.includes('\0'));
  return plain ? { names, dialect: shape.dialect } : null;
}
