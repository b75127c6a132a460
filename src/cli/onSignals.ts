import { exitCode } from './exitCode.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Heeds the signals that ask a program to end. The first calls `cancel`, and the program goes on to its end. Any later one, of whatever kind
 * and however soon, calls `stop`, which leaves nothing behind, and ends the program after it. Returns the function that stops listening.
 */
export function onSignals(cancel: () => void, stop: () => Promise<void>): () => void {
  let heard = 0;
  const onSignal = (): void => {
    heard++;
    if (heard === 1) cancel();
    if (heard === 2) void stop().finally(() => process.exit(exitCode.interrupted));
  };
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}
