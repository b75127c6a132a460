import type { FileFormat } from '../../core/data/dataFormats.ts';
import type { SourceFile, SourceFiles } from '../files/resolveFiles.ts';
import type { Signature } from '../files/signature.ts';
import type { OpenContext } from '../openContext.ts';
import type { RawTable } from '../rawTable.ts';
import type { Dialect } from './csv/parseRecords.ts';

/** A side as it was opened; of delimited text with its dialect. */
export type Opened = RawTable & { readonly dialect?: Dialect };

/** Column names as the beginnings of a dataset's files show them, without its rows being read. */
export interface NamesAhead {
  readonly names: readonly string[];
  readonly dialect: Dialect | null;
}

/** The beginning of a file that is not packed, and what it looks like. */
export interface FileHead {
  readonly path: string;
  readonly bytes: number;
  readonly head: Uint8Array;
  readonly found: Signature;
}

/** How one kind of data file becomes a table. Each lies in a folder of its own; `registry.ts` holds them all. */
export interface Source {
  readonly format: FileFormat;
  /** Missing values are texts that are spelled so: a text that the other side holds as a value is read as one here, too. */
  readonly spelledNulls: boolean;
  /** Names of `key=value` folders are columns. */
  readonly hiveKeys: boolean;
  /** Whether DuckDB reads the rows from files instead of keeping them, of files of so many bytes. */
  fromFiles(bytes: number, memoryLimitMb: number): boolean;
  /** Whether a dataset seems to have very many columns: a guess that costs one read. */
  looksWide(file: SourceFile): Promise<boolean>;
  /** What the file is, by its beginning and its end; rejects with unsupported_format or corrupt_file. Null: it is not of this kind. */
  verify(file: FileHead): Promise<Signature | null>;
  /** Names of the columns of a file before it is loaded; null where only loading tells. May reject: whoever loads it says what is wrong. */
  namesAhead(file: SourceFile, files: SourceFiles, preferred: Dialect | null, context: OpenContext): Promise<NamesAhead | null>;
  /** Names of the tables and views that a file holds; null: a file of this kind is one table. */
  readonly tables: ((file: SourceFile, memoryLimitMb: number) => Promise<readonly string[]>) | null;
  /** Opens the files of one side: in place, or loaded once. */
  open(files: SourceFiles, about: RawTable['source'], context: OpenContext): Promise<Opened>;
}
