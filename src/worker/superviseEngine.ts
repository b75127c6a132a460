import { writeFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { removeWorkFoldersOf } from '../engine/workFolder.ts';
import { closeFiles, filesClosed, type ThreadLost } from './engineMessages.ts';
import { tempDirectoryOf } from './tempDirectoryOf.ts';
import type { WorkerStart } from './workerStart.ts';

/** How long the engine has to stop and close its files before its process ends all the same. */
const closeMs = 5000;

/**
 * The first thread of the engine's process: starts the engine on a thread of its own (`path` is the bundle), passes messages between it and
 * the parent, and sees to the end. It does nothing that takes time, so that a parent that is gone is noticed whatever the engine is at: then
 * the work is cancelled, its files are closed, its folders removed and the process ends.
 */
export function superviseEngine(path: string, keepMs: number): void {
  if (process.send === undefined) throw new Error('The engine is started by driftbook itself.');
  // All that the engine writes are copies of data: nobody else is to read them.
  process.umask(0o077);
  const temporary = new Set<string>();
  let ending: NodeJS.Signals | 'asked' | null = null;
  const engine = new Worker(path, { name: 'driftbook-engine', workerData: { role: 'engine', keepMs } satisfies WorkerStart });
  // A parent that no longer listens is noticed by `disconnect`.
  const send = (message: unknown, sent: () => void = () => {}): void => void process.send?.(message, undefined, undefined, sent);

  /** Ends although the engine may be at work: its thread cannot be ended then, only the process. */
  const endNow = async (): Promise<void> => {
    await Promise.allSettled([...temporary].map((folder) => removeWorkFoldersOf(process.pid, folder)));
    process.kill(process.pid, 'SIGKILL');
  };
  const end = (reason: NodeJS.Signals | 'asked'): void => {
    if (ending !== null) return;
    ending = reason;
    engine.postMessage(closeFiles);
    setTimeout(() => void endNow(), closeMs);
  };
  const closed = (): void => {
    if (ending === null || ending === 'asked') process.exit(0);
    process.removeAllListeners(ending);
    process.kill(process.pid, ending);
  };
  let gone = false;
  const lost = (why: string): void => {
    // An error is followed by the thread's end, which says less.
    if (gone) return;
    gone = true;
    send({ driftbook: 'thread lost', why } satisfies ThreadLost, () => {
      void Promise.allSettled([...temporary].map((folder) => removeWorkFoldersOf(process.pid, folder))).then(() => process.exit(1));
    });
  };

  engine.on('message', (message: unknown) => (message === filesClosed ? closed() : send(message)));
  engine.on('error', (error) => lost(`failed: ${error instanceof Error ? error.message : String(error)}`));
  engine.on('messageerror', (error) => lost(`sent what cannot be read: ${error.message}`));
  engine.on('exit', (code) => lost(`ended with code ${code}`));
  process.on('message', (message: unknown) => {
    if (message === closeFiles) return end('asked');
    const folder = tempDirectoryOf(message);
    if (folder !== null) temporary.add(folder);
    engine.postMessage(message);
  });
  process.on('disconnect', () => end('asked'));
  process.on('SIGTERM', () => end('SIGTERM'));
  // Keys and hang-ups of a terminal reach the parent too: it says what is to be done.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
  // When the system runs out of memory, let it end this process rather than the editor. Linux only.
  void writeFile('/proc/self/oom_score_adj', '900').catch(() => {});
}
