import { Worker } from 'node:worker_threads';
import { pumpedTexts } from './pumpedTexts.ts';
import type { SourceExpression } from './sourceExpressions.ts';

export interface SlowExpression extends SourceExpression {
  /** What it was slow on, as `head + pump × n + tail`, and how slow; null when it did not come to an end. */
  readonly text: string | null;
}

/** Time for one expression on all its texts, after which it is taken to be without end. */
const withoutEndMs = 30_000;

/**
 * Runs each expression over texts of its own that grow up to 32,768 characters, in a thread that can be ended, and returns those whose time does
 * not grow with the length alone.
 */
export async function slowExpressions(expressions: readonly SourceExpression[]): Promise<readonly SlowExpression[]> {
  const slow: SlowExpression[] = [];
  let worker = start();
  try {
    for (const expression of expressions) {
      const answer = await ask(worker, expression);
      if (answer === 'timeout') {
        await worker.terminate();
        worker = start();
        slow.push({ ...expression, text: null });
      } else if (answer !== null) slow.push({ ...expression, text: answer });
    }
  } finally {
    await worker.terminate();
  }
  return slow;
}

function start(): Worker {
  return new Worker(new URL('./timeExpression.mjs', import.meta.url), { execArgv: [] });
}

function ask(worker: Worker, { source, flags }: SourceExpression): Promise<string | null | 'timeout'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('timeout'), withoutEndMs);
    const failed = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    worker.once('error', failed);
    worker.once('message', (answer: string | null) => {
      clearTimeout(timer);
      worker.removeListener('error', failed);
      resolve(answer);
    });
    worker.postMessage({ source, flags, texts: pumpedTexts(source, flags) });
  });
}
