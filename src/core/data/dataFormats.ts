/** What is told of a kind of data file before one is opened; how it is read says `engine/sources/registry.ts`. */
interface FormatFacts {
  /** As it writes its own name. */
  readonly name: string;
  /** What people call files of it, as messages list them. */
  readonly called: readonly string[];
  /** Ends of file names that are looked for and offered, the likeliest first. */
  readonly offered: readonly string[];
  /** Further ends that are read, and most often are something else. */
  readonly alsoRead: readonly string[];
  /** Whether such files are read packed as well (`.gz`, `.zst`). */
  readonly packed: boolean;
  /** Whether a file holds tables, of which one is meant. */
  readonly tables: boolean;
  /** Files beside one that belong to it, by what their names have more. */
  readonly companions: readonly string[];
}

const single = { tables: false, companions: [] } as const;

/** The kinds of data files. One line here and one in the engine's registry make a new one; menus, pickers, help and messages follow. */
export const dataFormats = {
  csv: { name: 'CSV', called: ['CSV', 'TSV'], offered: ['csv', 'tsv'], alsoRead: ['txt', 'tab'], packed: true, ...single },
  json: { name: 'JSON', called: ['JSON', 'JSON Lines'], offered: ['json', 'jsonl', 'ndjson'], alsoRead: [], packed: true, ...single },
  parquet: { name: 'Parquet', called: ['Parquet'], offered: ['parquet', 'pq', 'parq', 'pqt'], alsoRead: [], packed: false, ...single },
  arrow: {
    name: 'Arrow',
    called: ['Arrow', 'Feather'],
    offered: ['arrow', 'arrows', 'ipc', 'feather'],
    alsoRead: [],
    packed: false,
    ...single,
  },
  sqlite: {
    name: 'SQLite',
    called: ['SQLite'],
    offered: ['sqlite', 'sqlite3', 'db'],
    alsoRead: [],
    packed: false,
    tables: true,
    // Changes that are not yet in it, and what it was before a change that is not complete.
    companions: ['-wal', '-journal'],
  },
} as const satisfies Readonly<Record<string, FormatFacts>>;

/** How a file is read. */
export type FileFormat = keyof typeof dataFormats;

/** All of them, in the order they are listed in. */
export const formatNames = Object.keys(dataFormats) as readonly FileFormat[];

/** What is told of one. */
export function formatFacts(format: FileFormat): FormatFacts {
  return dataFormats[format];
}

/** What people call the files that are read: CSV, TSV, JSON, … */
export const fileKinds: readonly string[] = formatNames.flatMap((format) => formatFacts(format).called);
