import { dataText, displayWidth, outcomeTexts, sayPlain, trendText } from '../app/outputs.ts';
import { RunStore, type Told } from '../app/runs/runStore.ts';
import { bookOptions } from '../core/spec/bookOptions.ts';
import { readOptions } from '../core/spec/readOptions.ts';
import type { Translate } from '../core/words/translate.ts';
import { exitCode } from './exitCode.ts';
import type { Arguments } from './readArguments.ts';
import { UsageError } from './usageError.ts';
import { writeOut } from './writeOut.ts';

export interface RunsRequest {
  readonly file: string;
  /** The measure whose course is asked for; null: the runs are listed. */
  readonly trend: string | null;
}

/** Most runs that are listed. */
const most = 1000;

/** What `driftbook runs` is asked to do. */
export function runsRequest({ words, values }: Arguments, t: Translate): RunsRequest {
  const [file, ...more] = words;
  if (file === undefined || more.length > 0) throw new UsageError(t('One driftbook is needed: driftbook runs FILE'));
  return { file, trend: readOptions(bookOptions, values).value?.trend ?? null };
}

/** Lists the runs of a driftbook, newest first, or the course of a measure over them, oldest first. */
export async function runsCommand({ file, trend }: RunsRequest, language: string, t: Translate): Promise<number> {
  const store = new RunStore(file);
  const lines = trend === null ? await listed(store, t) : await course(store, trend, language, t);
  if (lines.length === 0)
    lines.push(trend === null ? t('There are no runs yet.') : sayPlain(t, 'No run measured {0}.', dataText(trend, 200)));
  await writeOut(process.stdout, `${lines.join('\n')}\n`);
  return exitCode.noAlert;
}

async function listed(store: RunStore, t: Translate): Promise<string[]> {
  const told = await store.runs(most);
  await tellSkipped(told, t);
  const texts = outcomeTexts(t);
  const width = Math.max(...Object.values(texts).map(({ word }) => displayWidth(word)));
  return told.found.map(({ id, at, outcome, broken, checks, commit }) => {
    const { glyph, word } = texts[outcome] ?? texts.error;
    const verdict = `${glyph} ${word}${' '.repeat(width - displayWidth(word))}`;
    const count = sayPlain(t, '{0} of {1} checks broken', String(broken), String(checks));
    return dataText([at.slice(0, 19).replace('T', ' '), verdict, id, count, commit?.slice(0, 10) ?? ''].join('  ').trimEnd(), 400);
  });
}

async function course(store: RunStore, trend: string, language: string, t: Translate): Promise<string[]> {
  const told = await store.trend(trend);
  await tellSkipped(told, t);
  return told.found.flatMap((series) => trendText(series, language));
}

async function tellSkipped({ skipped }: Told<unknown>, t: Translate): Promise<void> {
  const lines = skipped.map((name) => sayPlain(t, '{0} is no run that can be read; it was passed over.', dataText(name, 1000)));
  if (lines.length > 0) await writeOut(process.stderr, `${lines.join('\n')}\n`);
}
