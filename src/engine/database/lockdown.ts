import { escapeGlob, quoteText, quoteTexts } from '../sql/quote.ts';

export interface DatabaseLimits {
  /** Files that may be read, as they will be spelled, and their real paths where links are followed. */
  readonly files: readonly string[];
  /** Folder for spilled data and unpacked copies: the only place that may be written. */
  readonly directory: string;
  readonly memoryMb: number;
  readonly threads: number;
  /** Most bytes of data put aside in the folder. */
  readonly spillBytes: number;
}

/**
 * Statements that shut the database in before any data are read. The order matters: places first, then access off, then the lock; nothing
 * can be changed after the last one. A path with glob characters is listed in its escaped spelling too, because the reader checks that
 * spelling before it expands it.
 */
export function lockdownStatements(limits: DatabaseLimits): readonly string[] {
  const paths = new Set(limits.files.flatMap((file) => [file, escapeGlob(file)]));
  return [
    `SET allowed_paths = ${quoteTexts([...paths])}`,
    `SET allowed_directories = ${quoteTexts([limits.directory])}`,
    `SET temp_directory = ${quoteText(limits.directory)}`,
    `SET max_temp_directory_size = ${quoteText(`${Math.max(1, Math.floor(limits.spillBytes / 1024))}KiB`)}`,
    'SET autoinstall_known_extensions = false',
    'SET autoload_known_extensions = false',
    'SET allow_community_extensions = false',
    'SET allow_persistent_secrets = false',
    `SET memory_limit = ${quoteText(`${Math.max(64, Math.floor(limits.memoryMb))}MiB`)}`,
    `SET threads = ${Math.max(1, Math.floor(limits.threads))}`,
    'SET preserve_insertion_order = true',
    // Every time without an offset is taken as UTC.
    "SET TimeZone = 'UTC'",
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ];
}
