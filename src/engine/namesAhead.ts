import type { SourceFiles } from './files/resolveFiles.ts';
import type { OpenContext } from './openContext.ts';
import type { Dialect } from './sources/csv/parseRecords.ts';
import { sources } from './sources/registry.ts';
import type { NamesAhead } from './sources/source.ts';

/**
 * Names of the columns of a side before it is loaded: from the headers of delimited text, the footers of Parquet or the schemas of Arrow, of
 * the first file or of all. Null where only loading tells (other formats, packed text, another encoding), or where something is wrong: whoever loads it says what.
 */
export async function namesAhead(
  side: SourceFiles,
  which: 'first' | 'all',
  preferred: Dialect | null,
  context: OpenContext,
): Promise<NamesAhead | null> {
  const { files, format, hiveKeys } = side;
  const source = sources[format];
  const names = new Set(source.hiveKeys ? hiveKeys : []);
  let dialect: Dialect | null = null;
  for (const file of which === 'first' ? files.slice(0, 1) : files) {
    const part: NamesAhead | null = await source.namesAhead(file, side, dialect ?? preferred, context).catch((error: unknown) => {
      if (context.signal.aborted) throw error;
      return null;
    });
    if (part === null) return null;
    for (const name of part.names) names.add(name);
    dialect ??= part.dialect;
  }
  return { names: [...names], dialect };
}
