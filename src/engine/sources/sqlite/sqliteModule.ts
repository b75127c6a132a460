import init from '@sqlite.org/sqlite-wasm';
import { DataError } from '../../../core/data/dataError.ts';

/** A struct of C in SQLite's memory; its fields are properties with a dollar sign. */
interface Struct {
  readonly pointer: number;
  dispose(): void;
  [field: `$${string}`]: number;
}
interface StructType {
  new (pointer?: number): Struct;
  readonly structInfo: { readonly sizeof: number };
}
/** The numbers of SQLite's header that are used. */
type SqliteNumber =
  | `SQLITE_${'OK' | 'ROW' | 'DONE' | 'CANTOPEN' | 'NOTFOUND' | 'READONLY' | 'IOERR_READ' | 'IOERR_SHORT_READ'}`
  | `SQLITE_OPEN_${'READONLY' | 'READWRITE' | 'CREATE' | 'WAL'}`
  | `SQLITE_DBCONFIG_${'DEFENSIVE' | 'ENABLE_TRIGGER' | 'ENABLE_ATTACH_CREATE' | 'NO_CKPT_ON_CLOSE' | 'TRUSTED_SCHEMA'}`;

/** A standard of its own, which neither Node's types nor ECMAScript's have. */
declare const WebAssembly: {
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number }) => object;
};

type Method = (...values: never[]) => number;

/** What is called of SQLite's own build. Its types say of some of these what they are not. */
export interface SqliteModule {
  readonly capi: {
    readonly sqlite3_file: StructType;
    readonly sqlite3_vfs: StructType;
    readonly sqlite3_io_methods: StructType;
    sqlite3_open_v2(name: string, toDatabase: number, flags: number, vfs: string): number;
    sqlite3_close_v2(database: number): number;
    sqlite3_db_config(database: number, what: number, value: number, toValue: number): number;
    sqlite3_progress_handler(database: number, steps: number, ask: () => number, with_: number): void;
    sqlite3_prepare_v2(database: number, sql: string, bytes: number, toStatement: number, toRest: number): number;
    sqlite3_finalize(statement: number): number;
    sqlite3_column_count(statement: number): number;
    sqlite3_column_name(statement: number, column: number): string | null;
    sqlite3_column_decltype(statement: number, column: number): string | null;
    sqlite3_extended_errcode(database: number): number;
    sqlite3_errmsg(database: number): string;
    sqlite3_js_rc_str(code: number): string | null;
  } & Readonly<Record<SqliteNumber, number>>;
  readonly wasm: {
    heap8u(): Uint8Array;
    alloc(bytes: number): number;
    dealloc(pointer: number): void;
    peek(pointer: number, type: 'i32' | '*'): number;
    poke(pointer: number, value: number | bigint, type: 'i32' | 'i64' | 'double'): void;
    cstrToJs(pointer: number): string | null;
    cstrncpy(to: number, from: number, most: number): number;
  };
  readonly vfs: {
    installVfs(made: {
      readonly io: { readonly struct: Struct; readonly methods: Readonly<Record<string, Method>> };
      readonly vfs: { readonly struct: Struct; readonly methods: Readonly<Record<string, Method>>; readonly name: string };
    }): void;
  };
  readonly cells: CellFunctions;
}

/** Functions of the WebAssembly itself: the library's own wrappers check and convert what is known here, for each value of millions. */
export interface CellFunctions {
  sqlite3_step(statement: number): number;
  sqlite3_column_type(statement: number, column: number): number;
  sqlite3_column_double(statement: number, column: number): number;
  sqlite3_column_int64(statement: number, column: number): bigint;
  sqlite3_column_text(statement: number, column: number): number;
  sqlite3_column_bytes(statement: number, column: number): number;
}

const pageBytes = 65_536;
/** What SQLite's build starts with: 8 MiB. */
const firstPages = 128;
/** What SQLite's build can take at most: 2 GiB. */
const mostPages = 32_768;

/**
 * Starts an SQLite of its own, which can take `mostBytes` of memory and no more: beyond that its statements fail as out of memory. 0.1 s; goes with its
 * last user. Rejects with out_of_memory where the address space is limited.
 */
export async function sqliteModule(mostBytes: number): Promise<SqliteModule> {
  const pages = Math.floor(mostBytes / pageBytes);
  const silent = (): void => undefined;
  const start = init as unknown as (
    options: object,
  ) => Promise<Omit<SqliteModule, 'wasm' | 'cells'> & { readonly wasm: SqliteModule['wasm'] & { readonly exports: CellFunctions } }>;
  const wasmMemory = memoryOf(Math.min(mostPages, Math.max(firstPages, pages)));
  const { capi, wasm, vfs } = await start({ wasmMemory, print: silent, printErr: silent });
  return { capi, wasm, vfs, cells: wasm.exports };
}

function memoryOf(maximum: number): object {
  try {
    return new WebAssembly.Memory({ initial: firstPages, maximum });
  } catch {
    throw new DataError('out_of_memory', { found: 'address_space' });
  }
}
