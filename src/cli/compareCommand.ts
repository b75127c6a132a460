import { access, constants } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dataText, renderJson, renderMarkdown, renderText, reportFile, sayDocument, sayPlain, systemReason } from '../app/outputs.ts';
import { run } from '../app/run.ts';
import type { WorkerClient } from '../app/workerClient.ts';
import { writeFileWhole } from '../app/writeFileWhole.ts';
import { outcome } from '../core/check/outcome.ts';
import type { Report } from '../core/report/report.ts';
import type { Translate } from '../core/words/translate.ts';
import type { CompareRequest } from './compareRequest.ts';
import { exitCode } from './exitCode.ts';
import { ProgressLine } from './progressLine.ts';
import { UsageError } from './usageError.ts';
import { writeOut } from './writeOut.ts';

export interface Surroundings {
  readonly engine: WorkerClient;
  /** Folder of the page's bundles, for a report as HTML. */
  readonly pageFolder: string;
  readonly version: string;
  readonly language: 'en' | 'zh-cn';
  readonly signal: AbortSignal;
}

/** Compares two datasets, prints the report and answers with the exit code. */
export async function compareCommand(request: CompareRequest, around: Surroundings, t: Translate): Promise<number> {
  const report = await compare(request, around, t);
  // The report first: a file that cannot be written must not cost it.
  if (!request.quiet) {
    await writeOut(process.stdout, shown(report, request, around, t)).catch((error: unknown) => {
      throw new UsageError(sayPlain(t, 'The report could not be printed: {0}. Send it elsewhere.', systemReason(error, t)));
    });
  }
  const failures: string[] = [];
  for (const { format, path } of request.files) {
    try {
      await writeFileWhole(path, await reportFile(report, format, { ...around, t }));
    } catch (error) {
      // The other files are written all the same.
      failures.push(sayPlain(t, '{0} could not be written: {1}', dataText(path, 200), systemReason(error, t)));
    }
  }
  if (failures.length > 0) throw new UsageError(failures.join('\n'));
  if (request.failOn === 'never') return exitCode.noAlert;
  return outcome(report, request.failOn).verdict === 'fail' ? exitCode.alert : exitCode.noAlert;
}

async function compare(request: CompareRequest, around: Surroundings, t: Translate): Promise<Report> {
  const tempDirectory = tmpdir();
  await access(tempDirectory, constants.W_OK | constants.X_OK).catch((error: unknown) => {
    throw new UsageError(
      sayPlain(
        t,
        'There is no place for temporary files: {0} cannot be used ({1}). Name another folder in TMPDIR.',
        dataText(tempDirectory, 200),
        systemReason(error, t),
      ),
    );
  });
  const line = process.stderr.isTTY && !request.quiet ? new ProgressLine(process.stderr, t) : null;
  try {
    const { spec, memoryLimitMb, threads } = request;
    return await run(
      around.engine,
      { spec, engine: { memoryLimitMb, threads, tempDirectory }, version: around.version },
      { signal: around.signal, onProgress: (progress) => line?.show(progress) },
    );
  } finally {
    line?.clear();
    await around.engine.dispose();
  }
}

function shown(report: Report, request: CompareRequest, around: Surroundings, t: Translate): string {
  const terminal = process.stdout.isTTY === true;
  if (request.format === 'json') return `${renderJson(report, terminal ? 2 : undefined)}\n`;
  const text = sayDocument(report, t, around.language);
  if (request.format === 'markdown') return renderMarkdown(text);
  const color = request.color && (terminal ? !process.env.NO_COLOR : Boolean(process.env.FORCE_COLOR));
  return renderText(text, { width: process.stdout.columns || 100, color });
}
