import type { MessagePort } from 'node:worker_threads';
import { type ColumnComputer, ownThread } from '../core/drift/columnComputer.ts';
import type { ColumnAnswer, ColumnQuestion } from './columnMessages.ts';

/** Answers the questions of a `columnPool` on this thread. It never touches a file or DuckDB, so it may be ended at any time. */
export function columnThread(port: MessagePort): void {
  let computer: ColumnComputer | null = null;
  port.on('message', async (question: ColumnQuestion) => {
    if ('job' in question) {
      computer = ownThread(question.job);
      return;
    }
    const { id } = question;
    const answer = (rest: { analysis: Awaited<ReturnType<ColumnComputer['numbers']>> } | { error: string }): void =>
      port.postMessage({ id, ...rest } satisfies ColumnAnswer);
    try {
      if (computer === null) throw new Error('A column came before its job.');
      answer({ analysis: await ('pair' in question ? computer.numbers(question.pair) : computer.categories(question.table)) });
    } catch (error) {
      answer({ error: error instanceof Error ? error.message : String(error) });
    }
  });
}
