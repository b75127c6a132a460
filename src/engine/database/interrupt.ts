import type { CancelSignal } from '../../core/data/cancelSignal.ts';

/** Runs `work`; while it runs, an abort of the signal interrupts the connection until the work settles. Never lets the work go on alone. */
export async function interruptible<T>(signal: CancelSignal, interrupt: () => void, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    interrupt();
    // An interrupt that comes between two queries is forgotten by the next one: repeat it.
    timer ??= setInterval(interrupt, 25);
  };
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', stop);
  }
}
