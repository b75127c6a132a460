import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { abortError } from '../../shared/remoteError.ts';
import { startGit } from './startGit.ts';

/** What git said, and its exit code. */
export interface GitAnswer {
  readonly code: number;
  readonly out: Buffer;
  /** The first line of its complaints. */
  readonly complaint: string;
}

/** Bytes of an answer that are taken: a list of all files of a very large repository, never a file itself. */
const mostBytes = 256 * 2 ** 20;

/**
 * Runs git in a folder and takes what it prints; `input` is given to it. Rejects with git_missing, git_failed (more than 256 MiB, or ended from
 * outside) or an AbortError; a failure of git itself is an answer.
 */
export async function askGit(folder: string, args: readonly string[], signal: CancelSignal, input = ''): Promise<GitAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const { code, complaint } = await runGit(folder, args, signal, async (child) => {
    // Git may leave before it has read all: its exit code says so.
    child.stdin!.on('error', () => {}).end(input);
    for await (const chunk of child.stdout! as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new DataError('git_failed', { found: `> ${mostBytes / 2 ** 20} MiB` });
      chunks.push(chunk);
    }
  });
  return { code, complaint, out: Buffer.concat(chunks) };
}

/** As `askGit`, but what git does not know is a git_failed. */
export async function gitText(folder: string, args: readonly string[], signal: CancelSignal): Promise<string> {
  const { code, out, complaint } = await askGit(folder, args, signal);
  if (code !== 0) throw new DataError('git_failed', { found: complaint });
  return out.toString('utf8');
}

/** Writes a blob to a new file only its user can read, as it is stored: `cat-file` runs no filter. Rejects as `gitText` does. */
export async function writeBlob(folder: string, blob: string, target: string, signal: CancelSignal): Promise<void> {
  const { code, complaint } = await runGit(folder, ['cat-file', 'blob', blob], signal, async (child) => {
    child.stdin!.on('error', () => {}).end();
    await pipeline(child.stdout!, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  });
  if (code !== 0) throw new DataError('git_failed', { found: complaint });
}

async function runGit(
  folder: string,
  args: readonly string[],
  signal: CancelSignal,
  use: (child: ChildProcess) => Promise<void>,
): Promise<Omit<GitAnswer, 'out'>> {
  if (signal.aborted) throw abortError();
  const child = startGit(folder, args);
  const stop = (): void => {
    child.kill('SIGKILL');
  };
  signal.addEventListener('abort', stop);
  let told = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    if (told.length < 4000) told += text;
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? -1));
  });
  // Both are waited for: a stream that breaks says less than the exit code.
  const [used, end] = await Promise.allSettled([
    use(child).catch((error: unknown) => {
      stop();
      throw error;
    }),
    ended,
  ]);
  signal.removeEventListener('abort', stop);
  if (signal.aborted) throw abortError();
  if (end.status === 'rejected') throw new DataError('git_failed', { found: (end.reason as NodeJS.ErrnoException).code ?? 'git' });
  if (used.status === 'rejected') throw used.reason;
  if (end.value < 0) throw new DataError('git_failed', { found: 'git' });
  const lines = told.split('\n').filter((line) => !line.startsWith('hint:'));
  return { code: end.value, complaint: (lines[0] ?? '').replace(/^fatal: |^error: /, '') };
}
