import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import type { SqliteModule } from './sqliteModule.ts';

/** What SQLite knows the file by, whatever it is called: names of it do not reach its parser of addresses. */
export const databaseName = '/database';
/** Files that belong to one: changes that are not yet in it, and what it was before a change that is not complete. */
const companions = ['-wal', '-journal'];

const vfsName = 'driftbook';

/**
 * Lets an SQLite read one database file and what belongs to it, and nothing else: nothing is written, locked, made or removed. SQLite's build for
 * WebAssembly has no files of its own. A writer is not kept out by it: whoever reads must look whether the files changed meanwhile. Returns the name of
 * it for opening, and what closes the files. One function: it is a table of SQLite's own calls, which share the files that are open.
 */
export function readOnlyFiles({ capi, wasm, vfs }: SqliteModule, path: string): { readonly name: string; close(): void } {
  const known = new Map([[databaseName, path], ...companions.map((end) => [databaseName + end, path + end] as const)]);
  /** Descriptors by SQLite's handle; null: a file that is not there, which is as an empty one. */
  const open = new Map<number, number | null>();
  const io = new capi.sqlite3_io_methods();
  const files = new capi.sqlite3_vfs();
  const { SQLITE_OK, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_IOERR_READ, SQLITE_IOERR_SHORT_READ, SQLITE_NOTFOUND } = capi;

  const refused = (): number => SQLITE_READONLY;
  const done = (): number => SQLITE_OK;
  const ofFile = {
    xClose: (file: number) => {
      const descriptor = open.get(file);
      if (descriptor != null) closeSync(descriptor);
      open.delete(file);
      return SQLITE_OK;
    },
    xRead: (file: number, to: number, length: number, at: bigint) => {
      const bytes = wasm.heap8u().subarray(to, to + length);
      const descriptor = open.get(file) ?? null;
      let read = 0;
      try {
        for (let last = 1; descriptor !== null && last > 0 && read < length; read += last)
          last = readSync(descriptor, bytes, read, length - read, Number(at) + read);
      } catch {
        return SQLITE_IOERR_READ;
      }
      bytes.fill(0, read);
      return read < length ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
    },
    xFileSize: (file: number, to: number) => {
      const descriptor = open.get(file) ?? null;
      try {
        wasm.poke(to, descriptor === null ? 0n : BigInt(fstatSync(descriptor).size), 'i64');
      } catch {
        return SQLITE_IOERR_READ;
      }
      return SQLITE_OK;
    },
    xWrite: refused,
    xTruncate: refused,
    xSync: done,
    xLock: done,
    xUnlock: done,
    xCheckReservedLock: (_: number, to: number) => {
      wasm.poke(to, 0, 'i32');
      return SQLITE_OK;
    },
    xFileControl: () => SQLITE_NOTFOUND,
    xSectorSize: () => 4096,
    xDeviceCharacteristics: () => 0,
  };
  const ofFolder = {
    xOpen: (_: number, name: number, file: number, flags: number, toFlags: number) => {
      const opened = new capi.sqlite3_file(file);
      try {
        const real = name === 0 ? undefined : known.get(wasm.cstrToJs(name) ?? '');
        if (real === undefined) return SQLITE_CANTOPEN;
        const isThere = existsSync(real);
        if (!isThere && (flags & capi.SQLITE_OPEN_WAL) === 0) return SQLITE_CANTOPEN;
        open.set(file, isThere ? openSync(real, 'r') : null);
        opened.$pMethods = io.pointer;
        if (toFlags !== 0)
          wasm.poke(toFlags, (flags & ~(capi.SQLITE_OPEN_READWRITE | capi.SQLITE_OPEN_CREATE)) | capi.SQLITE_OPEN_READONLY, 'i32');
        return SQLITE_OK;
      } catch {
        return SQLITE_CANTOPEN;
      } finally {
        opened.dispose();
      }
    },
    xDelete: refused,
    xAccess: (_: number, name: number, __: number, to: number) => {
      const real = known.get(wasm.cstrToJs(name) ?? '');
      wasm.poke(to, real !== undefined && existsSync(real) ? 1 : 0, 'i32');
      return SQLITE_OK;
    },
    xFullPathname: (_: number, name: number, length: number, to: number) =>
      wasm.cstrncpy(to, name, length) < length ? SQLITE_OK : SQLITE_CANTOPEN,
    xRandomness: (_: number, length: number, to: number) => {
      wasm.heap8u().fill(7, to, to + length);
      return length;
    },
    xSleep: done,
    xCurrentTime: (_: number, to: number) => {
      wasm.poke(to, 2440587.5 + Date.now() / 86_400_000, 'double');
      return SQLITE_OK;
    },
    xGetLastError: done,
  };
  io.$iVersion = 1;
  files.$iVersion = 1;
  files.$szOsFile = capi.sqlite3_file.structInfo.sizeof;
  files.$mxPathname = 64;
  vfs.installVfs({
    io: { struct: io, methods: ofFile },
    vfs: { struct: files, methods: ofFolder, name: vfsName },
  });
  return {
    name: vfsName,
    close: () => {
      for (const descriptor of open.values()) if (descriptor !== null) closeSync(descriptor);
      open.clear();
    },
  };
}
