import type { ChildProcess } from 'node:child_process';
import { removeWorkFoldersOf } from '../engine/workFolder.ts';
import { Rpc } from '../shared/rpc.ts';
import type { WorkerMethods } from '../shared/workerProtocol.ts';
import { closeFiles, isThreadLost } from './engineMessages.ts';
import { processChannel } from './processChannel.ts';
import { ProcessLost } from './processLost.ts';
import { reviveError } from './reviveError.ts';
import { startEngineProcess } from './startEngineProcess.ts';

/** A process that lost its way to us but lives is ended after so long. */
const strayMs = 2000;

/** One running engine process as its parent sees it. */
export class EngineProcess {
  /** When the process ends, what is pending is rejected once its work folders are gone: with a `ProcessLost` if it broke down. */
  readonly rpc: Rpc<Record<never, never>, WorkerMethods>;
  /** Resolves when the process has ended and its work folders are gone. */
  readonly ended: Promise<void>;
  readonly #child: ChildProcess;
  readonly #temporary = new Set<string>();

  constructor(path: string, keepMs: number) {
    const child = startEngineProcess(path, keepMs);
    this.#child = child;
    this.rpc = new Rpc<Record<never, never>, WorkerMethods>(processChannel(child), { reviveError });
    let reason: Error | null = null;
    child.on('message', (message) => {
      if (isThreadLost(message)) reason = new Error(`The engine's worker ${message.why}.`);
    });
    this.ended = ending(child)
      .then(async (how) => {
        reason ??= how;
        await Promise.allSettled([...this.#temporary].map((folder) => removeWorkFoldersOf(child.pid ?? -1, folder)));
      })
      .finally(() => this.rpc.dispose(reason ?? undefined));
  }

  /** What the system calls the process; undefined when it could not be started. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether it can be asked. One that broke down cannot, though its folders may still be there. */
  get alive(): boolean {
    return this.#child.connected && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** A folder in which the process may have work folders. */
  addTemporary(folder: string): void {
    this.#temporary.add(folder);
  }

  /** Whether the process keeps this one from ending. */
  hold(on: boolean): void {
    const set = on ? 'ref' : 'unref';
    this.#child[set]();
    this.#child.channel?.[set]();
  }

  /** Has it stop, close its files and end; resolves as `ended`. */
  close(): Promise<void> {
    this.hold(true);
    if (this.alive) this.#child.send(closeFiles, () => {});
    return this.ended;
  }

  /** Ends it at once, whatever it is at; resolves as `ended`. */
  kill(): Promise<void> {
    this.hold(true);
    this.#child.kill('SIGKILL');
    return this.ended;
  }
}

/**
 * The error that says how a process ended or why it could not be started. Resolves after its last message has been read, which may be later
 * than its end.
 */
function ending(child: ChildProcess): Promise<Error> {
  const gone = new Promise<Error>((resolve) => {
    child.once('exit', (code, signal) => {
      // Programs leave with small codes. Windows has no signals: there larger ones say what broke.
      if (signal === null && (code ?? 0) < 128) resolve(new Error(`The engine's process ended with code ${code}.`));
      else resolve(new ProcessLost(signal ?? `0x${code?.toString(16)}`));
    });
  });
  const heard = new Promise<void>((resolve) => child.once('disconnect', resolve));
  void heard.then(() => {
    const timer = setTimeout(() => child.kill('SIGKILL'), strayMs);
    timer.unref();
    void gone.then(() => clearTimeout(timer));
  });
  const unborn = new Promise<Error>((resolve) => {
    // Also told when a signal could not be sent; then the process goes on.
    child.on('error', (error) => {
      if (child.pid === undefined) resolve(error);
    });
  });
  return Promise.race([unborn, Promise.all([gone, heard]).then(([how]) => how)]);
}
