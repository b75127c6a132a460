import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsOf } from '../../src/core/report/sectionOf.ts';
import { repo } from '../harness/repo.mjs';
import { fromMarkdown } from './fromMarkdown.ts';
import { agrees, printedNumbers } from './printed.ts';
import type { Language, Outputs } from './runPair.ts';
import { type Stated, stated } from './sentenceClaims.ts';

/** The pairs whose sentences are kept, and the folder of each under test/fixtures/sentences. */
export const sentenceFolders: Readonly<Record<string, string>> = {
  sample: 'sample',
  'sample, evaluated': 'sample-evaluated',
  churn: 'churn',
  'car loan': 'car-loan',
  hotel: 'hotel',
  'hotel, evaluated': 'hotel-evaluated',
  'car price, evaluated': 'car-price',
  'bike, evaluated': 'bike',
  adults: 'adults',
  'case 01-labels-like-numbers': 'labels-like-numbers',
  'case 02-probability-named-prediction': 'probability-named-prediction',
  'case 15-zeros-in-the-target': 'zeros-in-the-target',
};

/** A number another program computed; a month; or the bounds it lies between. */
export type Fact = number | string | readonly [number, number];

/** A statement of the English sentences beside what another program says. */
export interface Claim {
  readonly says: string;
  readonly printed: string;
  readonly fact: string;
  readonly is: Fact;
}

/** What is kept of a pair. */
export interface Kept {
  /** Programs and their versions that the facts come from. */
  readonly origin: Readonly<Record<string, string>>;
  readonly claims: readonly Claim[];
}

export function fixtureOf(pair: string, file: string): string {
  return join(repo, 'test/fixtures/sentences', sentenceFolders[pair]!, file);
}

export function kept(pair: string): Kept {
  return JSON.parse(readFileSync(fixtureOf(pair, 'claims.json'), 'utf8')) as Kept;
}

/** A summary without what differs from run to run: time, version and where files lie. */
export function lastingSummary(markdown: string): string {
  return markdown
    .replace(/^(- .* · )(?:computed in|计算用时) .*$/gm, '$1…')
    .replace(/^(- \*\*(?:Run|运行)\*\*[:：]).*$/gm, '$1 …')
    .replace(/(\*\*(?:Reference|Current|参考数据|当前数据)\*\*[:：]\s?<b>)[^<]*?([^/\\<]+<\/b>)/g, '$1$2');
}

/** What a run states that is known otherwise: in its sentences and tables, and in the numbers for programs, to nine digits. */
export function statedBy({ markdown, report, language }: Outputs): Stated[] {
  const measured = columnsOf(report).flatMap(({ name, measures, whole }) => {
    const numbers = { ks: measures?.ks?.d, psi: measures?.psi, tvd: whole.tvd };
    return Object.entries(numbers).flatMap(([of, value]) =>
      value == null ? [] : [{ says: `${name} in JSON and CSV`, printed: value.toPrecision(9), fact: `column ${name} ${of}`, times: 1 }],
    );
  });
  return [...stated(fromMarkdown(markdown, language), report, language), ...measured];
}

/** Null where a statement is true of a fact, else what is wrong. */
export function wrongStatement({ says, printed, fact, times }: Stated, is: Fact | undefined, language: Language): string | null {
  const told = `${language}: “${says}”: ${printed} as ${fact}`;
  if (is === undefined) return `${told}: not known otherwise`;
  if (typeof is === 'string') return printed === is ? null : `${told}, is ${is}`;
  const [number] = printedNumbers(printed);
  if (number === undefined) return `${told}: no number`;
  const [low, high] = typeof is === 'number' ? [is, is] : is;
  // Written without its sign where the words say it.
  const within = agrees(number, low * times) || agrees(number, high * times) || (number.high >= low * times && number.low <= high * times);
  return within ? null : `${told}, is ${JSON.stringify(is)}`;
}

/** Facts that are printed in two ways that no one number can be printed in: "26 %" here and "25 %" there. */
export function toldTwice(statements: readonly Stated[]): string[] {
  const bounds = new Map<string, { low: number; high: number; printed: string }>();
  const found: string[] = [];
  for (const { fact, printed, times } of statements) {
    const [number] = printedNumbers(printed);
    if (number === undefined) continue;
    const before = bounds.get(fact) ?? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, printed: '' };
    const low = Math.max(before.low, number.low / times);
    const high = Math.min(before.high, number.high / times);
    if (high - low <= 1e-6 * Math.min(1, Math.abs(number.high - number.low) / times))
      found.push(`${fact}: “${before.printed}” and “${printed}”`);
    bounds.set(fact, { low, high, printed });
  }
  return found;
}
