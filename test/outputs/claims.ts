import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf, driftOf } from '../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import type { Language } from './runPair.ts';
import type { ShownMeasure } from './shown.ts';
import { verdictOf } from './verdicts.ts';
import { isSentence, type Place, said } from './words.ts';

/** A sentence of the product that counts or lists, and what must hold where it is said. */
interface Claim {
  readonly message: string;
  readonly places: readonly Place[];
  /** Null where it is true, else what is. */
  readonly wrong: (values: readonly string[], facts: Facts) => string | null;
}

interface Facts {
  readonly report: Report;
  readonly measures: readonly ShownMeasure[];
  readonly language: Language;
}

const count = (text: string): number => Number(text.replaceAll(',', ''));
const worst = (report: Report, verdict: string): ColumnReport[] => columnsOf(report).filter((column) => column.verdict === verdict);
/** Columns of which something was asked. */
const judged = (report: Report): number => columnsOf(report).filter((column) => column.verdict !== 'not_tested').length;
const is = (what: string, said: string, truth: number): string | null =>
  count(said) === truth ? null : `${what}: says ${said}, is ${truth}`;
const all = (...wrong: (string | null)[]): string | null => wrong.filter((one) => one !== null).join('; ') || null;
const failed = ({ report }: Facts): number =>
  (evaluationOf(report)?.measures ?? []).filter((row) => row.shown && row.verdict === 'fail').length;

const alerts =
  (some: number, of: number): Claim['wrong'] =>
  (values, { report }) =>
    all(is('alerts', values[some]!, worst(report, 'alert').length), is('of columns', values[of]!, judged(report)));
const oneAlert: Claim['wrong'] = (values, { report }) =>
  all(is('alerts', '1', worst(report, 'alert').length), is('of columns', values[0]!, judged(report)));
const noAlert =
  (of: number | null, watched: number | null): Claim['wrong'] =>
  (values, { report }) =>
    all(
      is('alerts', '0', worst(report, 'alert').length),
      is('to watch', watched === null ? '0' : watched < 0 ? '1' : values[watched]!, worst(report, 'watch').length),
      of === null ? null : is('of columns', values[of]!, judged(report)),
    );

/** Every measure listed stands in the table with one of these glyphs. */
const listed =
  (...verdicts: string[]): Claim['wrong'] =>
  ([list = ''], { measures }) => {
    const names = list.split(/,\s|、|\sand\s|\s和\s|，/u).map((name) => name.trim().toLowerCase());
    return all(
      ...names.map((name) => {
        const row = measures.find((measure) => measure.name.toLowerCase() === name);
        if (row === undefined) return `“${name}” is no measure of the table`;
        return verdicts.includes(verdictOf(row.status)) ? null : `${name} is “${row.status}” in the table`;
      }),
    );
  };

const moved = 'columns moved enough to matter';

/** The claims, in the words of the product: a wording that is gone makes the check fail. */
export const claims: readonly Claim[] = [
  { message: `{0} of {1} ${moved}, most of all {2}.`, places: ['number', 'number'], wrong: alerts(0, 1) },
  { message: `{0} of {1} ${moved}, all of them {2}.`, places: ['number', 'number'], wrong: alerts(0, 1) },
  { message: `{0} of {1} ${moved}; the first, {2}, {3}.`, places: ['number', 'number'], wrong: alerts(0, 1) },
  { message: `{0} of {1} ${moved}; the first, {2}: {3}.`, places: ['number', 'number'], wrong: alerts(0, 1) },
  { message: `{0} of {1} ${moved} in a part of current, all of them {2}.`, places: ['number', 'number'], wrong: alerts(0, 1) },
  { message: `{0} of {1} ${moved} in a part of current; the first, {2}, {3}.`, places: ['number', 'number'], wrong: alerts(0, 1) },
  { message: `{0} of {1} ${moved} in a part of current; the first, {2}: {3}.`, places: ['number', 'number'], wrong: alerts(0, 1) },
  { message: `1 of {0} ${moved}: {1}.`, places: ['number'], wrong: oneAlert },
  { message: `1 of {0} ${moved} in a part of current: {1}, {2}.`, places: ['number'], wrong: oneAlert },
  { message: 'No alert in {0} columns; 1 to watch: {1}.', places: ['number'], wrong: noAlert(0, -1) },
  { message: 'No alert in {0} columns; {1} to watch: {2}.', places: ['number', 'number'], wrong: noAlert(0, 1) },
  { message: 'None of {0} columns moved beyond its limit.', places: ['number'], wrong: noAlert(0, null) },
  {
    message: 'No column moved beyond its limit: a move of {0} of rows would have been seen in all {1}.',
    places: ['number', 'number'],
    wrong: noAlert(1, null),
  },
  {
    message: '{0} more columns moved enough to matter: {1}.',
    places: ['number'],
    wrong: ([more], { report }) => is('further alerts', more!, worst(report, 'alert').length - 3),
  },
  {
    message: '{0} columns were tested.',
    places: ['number'],
    wrong: ([n], { report }) => is('columns tested', n!, driftOf(report).summary.tested),
  },
  {
    message: 'In {0} other columns no move is seen; a move of {1} of rows would have been.',
    places: ['number', 'number'],
    wrong: ([n], { report }) => {
      const clear = worst(report, 'ok').filter(
        (column) => !column.certain && (column.visible ?? 0) <= column.limit + driftOf(report).rule.slack + 1e-12,
      );
      return is('columns without a move', n!, clear.length);
    },
  },
  {
    message: '{0} columns moved, but under their limit: {1}.',
    places: ['number', 'list'],
    wrong: ([n], { report }) => {
      const below = worst(report, 'ok').filter((column) => column.certain);
      return is('columns under their limit', n!, below.length);
    },
  },
  { message: '1 more measure fails.', places: [], wrong: (_, facts) => is('further failures', '1', failed(facts) - 1) },
  { message: '{0} more measures fail.', places: ['number'], wrong: ([n], facts) => is('further failures', n!, failed(facts) - 1) },
  { message: 'Not fine either: {0}.', places: ['list'], wrong: listed('alert') },
  { message: 'Cannot tell either for: {0}.', places: ['list'], wrong: listed('cannot_tell') },
  { message: 'Improved: {0}.', places: ['list'], wrong: listed('ok') },
  { message: 'Certainly worse, but by less than is allowed: {0}.', places: ['list'], wrong: listed('ok') },
  { message: 'Not significantly worse: {0}.', places: ['list'], wrong: listed('ok') },
  { message: 'Too few labelled rows to tell: {0}.', places: ['list'], wrong: listed('cannot_tell') },
];

/** How often each claim was met with: one that never is, is not checked. */
export const met = new Map<string, number>();

/** The claims of a text that are not true. */
export function falseClaims(text: string, facts: Facts): string[] {
  return claims.flatMap(({ message, places, wrong }) =>
    said(text, message, facts.language, places).flatMap((values) => {
      met.set(message, (met.get(message) ?? 0) + 1);
      const truth = wrong(values, facts);
      return truth === null ? [] : [`“${message}” with ${JSON.stringify(values)}: ${truth}`];
    }),
  );
}

const still = [
  'No move seen; a move of {0} of rows would have been.',
  'No move seen among the values present; a move of {0} of rows would have been.',
  'No move beyond the limit of {0} of rows is seen.',
  'No move seen; one of {0} of rows, spread over the categories, would have been.',
  'No move seen, but cannot tell below {0} of rows (limit {1}).',
] as const;
const overLimit = ['Over the limit {0}.', 'About {0} of rows moved (limit {1}, {2}).', 'Moved {0}.'] as const;

/** What is said of one column against its verdict. */
export function headlineContradictions(column: ColumnReport, headline: string, language: Language): string[] {
  const says = (messages: readonly string[]): string[] =>
    messages.filter((message) => headline.split(/(?<=[.。])\s*(?!\d)/u).some((sentence) => isSentence(sentence, message, language)));
  if (column.verdict === 'alert' && column.cause !== 'missing') {
    const calm = says(column.cause === 'chunk' ? still.slice(0, 3) : still);
    return calm.map((message) => `${column.name}: alert, but “${message}”`);
  }
  if (column.verdict === 'ok' || column.verdict === 'cannot_tell')
    return says(overLimit).map((message) => `${column.name}: ${column.verdict}, but “${message}”`);
  return [];
}
