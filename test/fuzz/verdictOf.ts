import { readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkerClient } from '../../src/app/workerClient.ts';
import type { DataError } from '../../src/core/data/dataError.ts';
import { renderColumnsCsv } from '../../src/core/render/columnsCsv.ts';
import { renderMarkdown } from '../../src/core/render/markdown.ts';
import { renderText } from '../../src/core/render/text.ts';
import { sayDocument } from '../../src/core/sections/sayDocument.ts';
import { errorText } from '../../src/core/words/errorText.ts';
import { plainText } from '../../src/core/words/plainText.ts';
import { progressText } from '../../src/core/words/progressText.ts';
import { plainSentence } from '../../src/host/window/plainSentence.ts';
import { holdsLink } from '../harness/editorLinks.ts';
import { chinese, english } from '../unit/words/translators.ts';
import type { FuzzCase, FuzzFile } from './randomCase.ts';

/** How a run ended: `report`, `cancelled` or the code of a DataError; `problem` when it should not have ended so. */
export interface Verdict {
  readonly outcome: string;
  readonly problem: string | null;
  /** The message a person would read, for refusals. */
  readonly said: string;
}

/** Bytes that would steer a terminal, save line ends. */
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

async function place(folder: string, files: readonly FuzzFile[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [i, { name, bytes }] of files.entries()) await writeFile(join(folder, files.length > 1 ? `${i}-${name}` : name), bytes);
  return files.length > 1 ? folder : join(folder, files[0]!.name);
}

/** Runs a case through the worker and all adapters and says how it ended. `folder` is made and removed. */
export async function verdictOf(one: FuzzCase, client: WorkerClient, folder: string): Promise<Verdict> {
  const tempDirectory = join(folder, 'temp');
  const spec = {
    ...one.spec,
    reference: { path: await place(join(folder, 'reference'), one.reference) },
    current: { path: await place(join(folder, 'current'), one.current) },
  };
  const engine = { memoryLimitMb: one.memoryLimitMb, threads: one.threads, tempDirectory };
  const controller = new AbortController();
  let heard = 0;
  const shownInWindow: string[] = [];
  const verdict = await client
    .compare(
      { spec, engine, version: '0.0.0' },
      {
        signal: controller.signal,
        onProgress: (progress) => {
          for (const t of [english, chinese]) shownInWindow.push(progressText(progress, t));
          if (one.cancelAfter !== null && ++heard > one.cancelAfter) controller.abort();
        },
      },
    )
    .then(
      async (report): Promise<Verdict> => {
        for (const [t, language] of [
          [english, 'en'],
          [chinese, 'zh-cn'],
        ] as const) {
          const text = sayDocument(report, t, language);
          const shown = renderText(text, { width: 100, color: false });
          if (unsafe.test(shown)) return { outcome: 'report', problem: 'the text holds control characters', said: shown };
          renderMarkdown(text);
          shownInWindow.push(text.plainTitle, ...text.notes.map(({ text: note }) => plainText(note)));
        }
        renderColumnsCsv(report);
        const link = shownInWindow.find((sentence) => holdsLink(plainSentence(sentence)));
        if (link !== undefined) return { outcome: 'report', problem: 'a sentence of the window holds a link', said: link };
        const rows = await client
          .rows({ spec, engine, side: 'current', query: one.query })
          .then(() => null)
          .catch((error: Error) => (error.name === 'DataError' ? null : `rows: ${error.stack}`));
        return { outcome: 'report', problem: rows, said: '' };
      },
      (error: unknown): Verdict => failed(error),
    );
  const left = readdirSync(folder).includes('temp') ? readdirSync(tempDirectory) : [];
  // A comparison that succeeded is kept open for the next run; the others must have cleared up.
  if (verdict.outcome !== 'report' && left.length > 0) return { ...verdict, problem: verdict.problem ?? `left behind: ${left.join(', ')}` };
  return verdict;
}

function failed(error: unknown): Verdict {
  if (!(error instanceof Error)) return { outcome: 'thrown', problem: String(error), said: '' };
  if (error.name === 'AbortError') return { outcome: 'cancelled', problem: null, said: '' };
  if (error.name !== 'DataError') return { outcome: error.name, problem: error.stack ?? error.message, said: '' };
  const said = errorText(error as DataError, english);
  const saidChinese = errorText(error as DataError, chinese);
  const { code, details } = error as DataError;
  // It was survived and told, but the reader must not break down.
  if (code === 'reader_ended') return { outcome: code, problem: `the engine's process ended: ${details.found}`, said };
  if (said === '' || !/\p{Script=Han}/u.test(saidChinese)) return { outcome: code, problem: 'no words for it', said };
  if (unsafe.test(said)) return { outcome: code, problem: 'the message holds control characters', said };
  // As the window shows it.
  if ([said, saidChinese].some((sentence) => holdsLink(plainSentence(sentence))))
    return { outcome: code, problem: 'the message holds a link', said };
  return { outcome: code, problem: null, said };
}

/** Removes what a run was given, after the client let go of it. */
export async function clear(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
