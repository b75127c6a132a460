import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DriftbookDocument } from '../app/driftbook/driftbookDocument.ts';
import { readDriftbookFile } from '../app/driftbook/readDriftbookFile.ts';
import { runDriftbook, runsLookedBackOn } from '../app/driftbook/runDriftbook.ts';
import { lineColumn } from '../app/driftbook/sourceRange.ts';
import {
  dataText,
  driftbookProblemText,
  renderJunit,
  renderRunMarkdown,
  renderRunText,
  renderSarif,
  reportFile,
  sayPlain,
  systemReason,
} from '../app/outputs.ts';
import { RunStore } from '../app/runs/runStore.ts';
import { writeFileWhole } from '../app/writeFileWhole.ts';
import { breachesFrom, outcomeOfRun } from '../core/check/breaches.ts';
import type { RunOutput } from '../core/render/runOutput.ts';
import type { Translate } from '../core/words/translate.ts';
import type { Surroundings } from './compareCommand.ts';
import { exitCode } from './exitCode.ts';
import { ProgressLine } from './progressLine.ts';
import type { BookRequest } from './runRequest.ts';
import { UsageError } from './usageError.ts';
import { writeOut } from './writeOut.ts';

/**
 * Runs driftbooks one after the other, tells what they came to and answers with the exit code: that of the worst. A file that cannot be run does not stop the
 * others.
 */
export async function runCommand(request: BookRequest, around: Surroundings, t: Translate): Promise<number> {
  const outputs: RunOutput[] = [];
  const wrong: string[] = [];
  try {
    for (const file of request.files) {
      try {
        outputs.push(await runFile(file, request, around, { t, wrong }));
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError') throw error;
        if (error instanceof UsageError) {
          wrong.push(error.message);
          continue;
        }
        const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
        wrong.push(`${dataText(file, 1000)}: error: ${isGone ? t('there is no such file') : systemReason(error, t)}`);
      }
    }
  } finally {
    await around.engine.dispose();
  }
  await tell(outputs, request, around, { t, wrong });
  if (wrong.length > 0) await writeOut(process.stderr, `${wrong.join('\n')}\n`);
  return codeOf(outputs, wrong, request);
}

/** What is told at the end, whatever is printed. */
interface Telling {
  readonly t: Translate;
  readonly wrong: string[];
}

function codeOf(outputs: readonly RunOutput[], wrong: readonly string[], { failOn }: BookRequest): number {
  const came = outputs.map(({ run }) => outcomeOfRun(run, breachesFrom(failOn)));
  if (wrong.length > 0 || came.includes('error')) return exitCode.error;
  return failOn !== 'never' && came.includes('fail') ? exitCode.alert : exitCode.noAlert;
}

async function runFile(file: string, request: BookRequest, around: Surroundings, { t, wrong }: Telling): Promise<RunOutput> {
  const document = await readDriftbookFile(file);
  const { text, problems, driftbook } = document;
  if (problems.length > 0 || driftbook === undefined) throw new UsageError(problemLines(document, file, t));
  const store = new RunStore(file);
  const past = request.history ? await store.past(runsLookedBackOn(driftbook)) : { found: [], skipped: [] };
  for (const name of past.skipped)
    wrong.push(sayPlain(t, '{0} is no run that can be read; it was passed over.', dataText(join(store.folder, name), 1000)));
  const { memoryLimitMb, threads, cells } = request;
  const line = process.stderr.isTTY && !request.quiet ? new ProgressLine(process.stderr, t) : null;
  const run = await runDriftbook(
    around.engine,
    {
      path: file,
      text,
      driftbook,
      engine: { memoryLimitMb, threads, tempDirectory: tmpdir() },
      version: around.version,
      past: past.found,
      mayRunGit: true,
      ...(cells === null ? {} : { cells }),
    },
    { signal: around.signal, onProgress: (progress) => line?.show(progress) },
  ).finally(() => line?.clear());
  if (request.history) {
    try {
      await store.keep(run);
      await store.clean();
    } catch (error) {
      wrong.push(sayPlain(t, 'The run of {0} could not be kept: {1}', dataText(file, 1000), systemReason(error, t)));
    }
  }
  return { run, path: file, lineOf: (cell, check) => lineOf(document, cell, check) };
}

function problemLines({ text, problems }: DriftbookDocument, file: string, t: Translate): string {
  const said = problems.map((problem) => {
    const { line, column } = lineColumn(text, problem.range.start);
    return `${dataText(file, 1000)}:${line}:${column}: error: ${driftbookProblemText(problem, t)}`;
  });
  return said.join('\n');
}

function lineOf({ text, placeOf }: DriftbookDocument, cell: number, check: number | null): number {
  const place = (check === null ? null : placeOf(['cells', cell, 'checks', check])) ?? placeOf(['cells', cell]);
  return place === null ? 1 : lineColumn(text, place.value.start).line;
}

/** Prints what was asked for, or writes it to files of the folder and prints the text. */
async function tell(outputs: readonly RunOutput[], request: BookRequest, around: Surroundings, { t, wrong }: Telling): Promise<void> {
  const { format, folder, quiet } = request;
  const color = request.color && (process.stdout.isTTY === true ? !process.env.NO_COLOR : Boolean(process.env.FORCE_COLOR));
  const asText = (): string => outputs.map((output) => renderRunText(output, t, around.language, color)).join('\n');
  if (folder === null) {
    if (!quiet && outputs.length > 0) await writeOut(process.stdout, format === 'text' ? asText() : contentOf(outputs, format, around, t));
    return;
  }
  for (const output of outputs) {
    for (const [name, content] of await filesOf(output, format, around, t)) {
      await writeFileWhole(join(folder, name), content, { makeFolder: true }).catch((error: unknown) => {
        wrong.push(sayPlain(t, '{0} could not be written: {1}', dataText(join(folder, name), 1000), systemReason(error, t)));
      });
    }
  }
  if (!quiet && outputs.length > 0) await writeOut(process.stdout, asText());
}

function contentOf(
  outputs: readonly RunOutput[],
  format: Exclude<BookRequest['format'], 'html'> | 'html',
  { language }: Surroundings,
  t: Translate,
): string {
  switch (format) {
    case 'junit':
      return renderJunit(outputs, t, language);
    case 'sarif':
      return renderSarif(outputs, t, language);
    case 'markdown':
      return outputs.map((output) => renderRunMarkdown(output, t, language)).join('\n');
    case 'json':
      return `${JSON.stringify(outputs.length === 1 ? outputs[0]!.run : outputs.map(({ run }) => run), null, 2)}\n`;
    default:
      return outputs.map((output) => renderRunText(output, t, language, false)).join('\n');
  }
}

const endings = { text: 'txt', junit: 'junit.xml', sarif: 'sarif', markdown: 'md', json: 'json' } as const;

async function filesOf(
  output: RunOutput,
  format: BookRequest['format'],
  around: Surroundings,
  t: Translate,
): Promise<(readonly [string, string])[]> {
  const stem = basename(output.path).replace(/\.ya?ml$/, '');
  if (format !== 'html') return [[`${stem}.${endings[format]}`, contentOf([output], format, around, t)]];
  const pages = output.run.reports.map(
    async (report, i) => [`${stem}${i === 0 ? '' : `-${i + 1}`}.html`, await reportFile(report, 'html', { ...around, t })] as const,
  );
  return Promise.all(pages);
}
