import { readDriftbookFile } from '../app/driftbook/readDriftbookFile.ts';
import { lineColumn } from '../app/driftbook/sourceRange.ts';
import { dataText, driftbookProblemText, sayPlain, systemReason } from '../app/outputs.ts';
import type { Translate } from '../core/words/translate.ts';
import { exitCode } from './exitCode.ts';
import type { Arguments } from './readArguments.ts';
import { UsageError } from './usageError.ts';
import { writeOut } from './writeOut.ts';

export interface ValidateRequest {
  readonly files: readonly string[];
  readonly quiet: boolean;
}

/** What `driftbook validate` is asked to do. */
export function validateRequest({ words, values }: Arguments, t: Translate): ValidateRequest {
  if (words.length === 0) throw new UsageError(t('A driftbook is needed: driftbook validate FILE'));
  return { files: words, quiet: values.has('quiet') };
}

/** Tells what is wrong with driftbooks, a line each as compilers do, and answers with the exit code. Reads no data. */
export async function validateCommand({ files, quiet }: ValidateRequest, t: Translate): Promise<number> {
  const lines: string[] = [];
  let isWrong = false;
  for (const file of files) {
    const name = dataText(file, 1000);
    try {
      const { text, problems } = await readDriftbookFile(file);
      for (const problem of problems) {
        const { line, column } = lineColumn(text, problem.range.start);
        lines.push(`${name}:${line}:${column}: error: ${driftbookProblemText(problem, t)}`);
      }
      if (problems.length === 0 && !quiet) lines.push(sayPlain(t, '{0}: nothing is wrong.', name));
      isWrong ||= problems.length > 0;
    } catch (error) {
      const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      lines.push(`${name}: error: ${isGone ? t('there is no such file') : systemReason(error, t)}`);
      isWrong = true;
    }
  }
  if (lines.length > 0) await writeOut(process.stdout, `${lines.join('\n')}\n`);
  return isWrong ? exitCode.error : exitCode.noAlert;
}
