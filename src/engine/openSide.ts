import type { SourceFiles } from './files/resolveFiles.ts';
import type { OpenContext } from './openContext.ts';
import { sources } from './sources/registry.ts';
import type { Opened } from './sources/source.ts';

/** Opens the files of one side: Parquet in place, everything else loaded once, large delimited text from the cache where it is there. */
export function openSide(files: SourceFiles, context: OpenContext): Promise<Opened> {
  const { label, path, format } = files;
  const about = { label, path, format, files: files.files.map((file) => ({ path: file.path, bytes: file.bytes })) };
  return sources[format].open(files, about, context);
}
