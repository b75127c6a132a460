import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, relative, resolve, sep } from 'node:path';
import { initialDriftbook } from '../app/driftbook/initialDriftbook.ts';
import { dataText, sayPlain, systemReason } from '../app/outputs.ts';
import { run } from '../app/run.ts';
import { writeFileWhole } from '../app/writeFileWhole.ts';
import type { Translate } from '../core/words/translate.ts';
import type { Surroundings } from './compareCommand.ts';
import { exitCode } from './exitCode.ts';
import type { InitRequest } from './initRequest.ts';
import { UsageError } from './usageError.ts';
import { writeOut } from './writeOut.ts';

/** Writes a driftbook from data and answers with the exit code. A file that is there is left as it is, unless it is to be written over. */
export async function initCommand(request: InitRequest, { engine, version, signal }: Surroundings, t: Translate): Promise<number> {
  const name = dataText(request.out, 500);
  if (!request.force && (await exists(request.out)))
    throw new UsageError(sayPlain(t, '{0} is there already. Name another file with --out, or write over it with --force.', name));
  const { spec, memoryLimitMb, threads } = request;
  const limits = { memoryLimitMb, threads, tempDirectory: tmpdir() };
  try {
    const { columns } = await engine.inspect({ spec, engine: limits }, { signal });
    const { evaluate: _, ...compared } = spec;
    const report = await run(engine, { spec: compared, engine: limits, version }, { signal, onProgress: () => {} });
    const folder = dirname(resolve(request.out));
    const pathOf = (path: string): string => relative(folder, resolve(path)).split(sep).join('/');
    const text = initialDriftbook(
      { reference: pathOf(request.reference), current: request.current === null ? null : pathOf(request.current), spec, columns, report },
      t,
    );
    await writeFileWhole(request.out, text).catch((error: unknown) => {
      throw new UsageError(sayPlain(t, '{0} could not be written: {1}', name, systemReason(error, t)));
    });
  } finally {
    await engine.dispose();
  }
  if (!request.quiet)
    await writeOut(
      process.stdout,
      `${sayPlain(t, '{0} is written. Read it, change what should differ, and check it with driftbook validate.', name)}\n`,
    );
  return exitCode.noAlert;
}

/** Whether something is there, be it a link that leads nowhere that can be seen. */
async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );
}
