import { type ChildProcess, fork } from 'node:child_process';

/** Flags of Node that say how much memory it may use, not what it does: those of this process hold for the engine too. */
const passedFlags = /^--(?:disable-wasm-trap-handler|max-old-space-size=\d+|max-semi-space-size=\d+)$/;

/** What the engine's process may know of the environment: language, time zone, places of libraries and temporary files, memory management. */
const passedVariables =
  /^(?:PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|TZ|TZDIR|LANG|LANGUAGE|LC_[A-Z]+|SYSTEMROOT|WINDIR|SYSTEMDRIVE|LD_LIBRARY_PATH|DYLD_LIBRARY_PATH|UV_THREADPOOL_SIZE|MALLOC_\w+|GLIBC_TUNABLES)$/i;

/**
 * Starts the engine (`path`: its bundle) in a process of its own, so that whatever native code does to it ends that process and no other.
 * The only place of the product that starts a process, and it starts nothing but this program's own bundle: with no inherited streams that it
 * could block on, with no debugger, loader or flag of the parent's, and without the parent's secrets.
 */
export function startEngineProcess(path: string, keepMs: number): ChildProcess {
  return fork(path, [String(keepMs)], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(/\s+/)].filter((flag) => passedFlags.test(flag)),
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => passedVariables.test(name))),
      // An editor's own program runs scripts only when told so.
      ...('electron' in process.versions ? { ELECTRON_RUN_AS_NODE: '1' } : {}),
    },
    ...{ windowsHide: true },
  });
}
