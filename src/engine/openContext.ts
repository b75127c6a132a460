import type { CancelSignal } from '../core/data/cancelSignal.ts';
import type { ColumnKind } from '../core/data/columnKind.ts';
import type { Note } from '../core/report/note.ts';
import type { LoadCache } from './cache/loadCache.ts';
import type { Database } from './database/database.ts';
import type { Dialect } from './sources/csv/parseRecords.ts';
import type { DateOrder, Reading } from './types/reading.ts';

/** What the reference pins for current. */
export interface Pins {
  readonly dialect: Dialect | null;
  /** How texts of a column are read, by name. */
  readonly readings: ReadonlyMap<string, Reading>;
}

/** What every opener of a format needs. */
export interface OpenContext {
  readonly database: Database;
  /** Opens a database with the same access for writing rows to files; to be closed by whoever asked for it. */
  readonly writer: () => Promise<Database>;
  readonly side: 'reference' | 'current';
  /** Folder of this comparison for unpacked copies. */
  readonly folder: string;
  readonly memoryLimitMb: number;
  /** Where rows of large texts are kept from one comparison to the next, or null. */
  readonly cache: LoadCache | null;
  readonly signal: CancelSignal;
  readonly note: (note: Note) => void;
  readonly progress: (item: string) => void;
  readonly nullValues: readonly string[];
  /** Texts among `nullValues` that are values in a column, because the other side holds them as such; by column. */
  readonly held: ReadonlyMap<string, readonly string[]>;
  /** Which number of a date is the day where a column does not tell. */
  readonly dateOrder: DateOrder | null;
  /** Kinds the spec forces, by column. */
  readonly forced: ReadonlyMap<string, ColumnKind>;
  readonly pins: Pins | null;
}
