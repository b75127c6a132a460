import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf, resultOf } from '../../src/core/report/sectionOf.ts';
import { chunkKey, sliceKey } from './askedOf.ts';
import { chunkIn, monthsIn } from './months.ts';
import { printedNumbers } from './printed.ts';
import type { Language } from './runPair.ts';
import { type Shown, squeezed } from './shown.ts';
import { type Place, saying } from './words.ts';

/** A number, or a month, that a sentence states, and the fact it is of. */
export interface Stated {
  /** The sentence, as far as it was recognised. */
  readonly says: string;
  readonly printed: string;
  readonly fact: string;
  /** The printed number is so many times the fact: points of a per cent. */
  readonly times: number;
}

/** What the sentences before have set: "Values are higher" is about the column of the sentence before it. */
interface Situation {
  readonly report: Report;
  readonly measures: Readonly<Record<string, string>>;
  column: string;
  measure: string;
  slice: string;
  worst: number;
  fallen: number;
}

type Pairs = readonly (readonly [printed: string | undefined, fact: string, times?: number])[];

interface Sentence {
  readonly message: string;
  readonly places: readonly Place[];
  readonly states: (values: readonly string[], at: Situation) => Pairs;
}

/** The last piece of a text that a name in front of a sentence was taken with. */
const name = (text: string | undefined): string =>
  (text ?? '')
    .split(/[.:;]\s|[。；：]/u)
    .at(-1)!
    .trim()
    .replace(/^(?:Like for like, (?:over .*, )?|同期比较(?:（.*?）)?，\s?)/u, '')
    .replace(/^[▲◐–]\s/u, '')
    .replace(/^[“"]|[”"]$/gu, '');
const nth = (text: string | undefined, i: number): string | undefined => printedNumbers(text ?? '')[i]?.text;
/** "21,900 → 33,700" with all that may stand behind it. */
const sides = (text: string | undefined, fact: string): Pairs => [
  [nth(text, 0), `${fact} reference`],
  [nth(text, 1) ?? nth(text, 0), `${fact} current`],
];
const chunk = (text: string | undefined): string | undefined => chunkIn(text ?? '');
const shares: Sentence['states'] = ([value, change], at) => sides(change, shareFact(at.column, name(value), at.report));

/** The last measure a text names: what stands before it is another sentence. Spaces are not told apart: Chinese does without. */
function measureNameAtEnd(text: string | undefined, { measures }: Situation): string | null {
  const said = squeezed(text ?? '').toLowerCase();
  const end = (one: string): number => said.lastIndexOf(squeezed(one)) + squeezed(one).length;
  const known = Object.keys(measures).filter((one) => said.includes(squeezed(one)));
  return known.sort((a, b) => end(b) - end(a) || b.length - a.length)[0] ?? null;
}

function measureAtEnd(text: string | undefined, at: Situation): string | null {
  const called = measureNameAtEnd(text, at);
  at.measure = called === null ? '' : at.measures[called]!;
  return called === null ? null : at.measure;
}

/** "0.714 → 0.668, −0.046 [−0.071, −0.020]" of a measure. */
function lineOf(code: string, text: string | undefined): Pairs {
  if (code === '') return [];
  const change = /[,，]\s?([+\u2212]?[\d.,]+)/u.exec(text ?? '')?.[1];
  return [...sides((text ?? '').split(/[,，]\s?(?=[+\u2212])/u)[0], `measure ${code}`), [change, `measure ${code} change`]];
}

/** The numbers behind a measure; where a time stands between ("Brier score since May 2019"), those of the rows from then on. */
function line(measure: string | undefined, text: string | undefined, at: Situation): Pairs {
  const called = measureNameAtEnd(measure, at);
  const said = squeezed(measure ?? '').toLowerCase();
  const between = called === null ? '' : said.slice(said.lastIndexOf(squeezed(called)) + squeezed(called).length);
  return /\d/.test(between) ? lately(`${called} ${text}`, at) : lineOf(measureAtEnd(measure, at) ?? '', text);
}

/** "ROC AUC 0.714 → 0.668, −0.046 […]" of the rows from the chunk on from which the measure is worse. */
function lately(text: string, at: Situation): Pairs {
  const said = text.trim().toLowerCase();
  const known = Object.keys(at.measures)
    .filter((one) => said.startsWith(one))
    .sort((a, b) => b.length - a.length)[0];
  if (known === undefined) return [];
  at.measure = at.measures[known]!;
  const row = evaluationOf(at.report)?.measures.find(({ current }) => current.name === at.measure);
  const since = chunkKey(at.report, row?.since ?? -1);
  const rest = said.slice(known.length);
  return [
    [nth(rest, 0), `measure ${at.measure} reference`],
    [nth(rest, 1), `measure ${at.measure} since ${since}`],
    [/[,，]\s?([+\u2212]?[\d.,]+)/u.exec(rest)?.[1], `measure ${at.measure} change since ${since}`],
  ];
}
const judged =
  (at: number, of: number): Sentence['states'] =>
  (values, place) =>
    line(values[at], values[of], place);

const fresh: Sentence['states'] = ([who, count, rows, share]) => [
  [count, `column ${name(who)} fresh values`],
  [rows, `column ${name(who)} fresh rows`],
  [share, `column ${name(who)} fresh share`],
];
const freshOne: Sentence['states'] = ([who, rows, share]) => fresh([who!, '1', rows!, share!], null as never);
const gone: Sentence['states'] = ([who, count, share]) => [
  [count, `column ${name(who)} gone values`],
  [share, `column ${name(who)} gone share`],
];
const beyond =
  (side: 'above' | 'below', bound: 'maximum' | 'minimum'): Sentence['states'] =>
  ([who, count, limit]) => [
    [count, `column ${name(who)} ${side} reference`],
    [limit, `column ${name(who)} ${bound} reference`],
  ];
const lossChange: Sentence['states'] = ([before, after, change], { report }) => [
  [before, 'loss reference'],
  [after, 'loss current'],
  [nth(change, 0), 'loss change', evaluationOf(report)?.slices?.measure === 'error_rate' ? 100 : 1],
];

const numeric = (count: number): Place[] => Array.from({ length: count }, () => 'number');

/** The sentences whose numbers are known otherwise, in the words of the product. */
export const sentences: readonly Sentence[] = [
  {
    message: 'In {0}, {1} of rows moved over all of current, most of all {2} ({3}); over the limit {4}.',
    places: ['text', 'number', 'text', 'number', 'text'],
    states: ([who, moved, where, there, when], at) => {
      const column = `column ${(at.column = name(who))}`;
      const most = chunk(where);
      // "since April 2019" and no more: it stands to the end.
      const since = /^(since [^,]+|自[^（(]+起)$/u.test(when!.trim()) ? chunk(when) : undefined;
      return [
        [moved, `${column} effect`],
        [most === undefined ? undefined : there, `${column} effect ${most}`],
        [most, `${column} largest effect of a chunk`],
        [since, `${column} over the limit since`],
      ];
    },
  },
  ...(
    [
      'In {0}, {1} of rows moved {2}, though not over the whole of current.',
      'In {0}, up to {1} of rows moved {2}, though not over the whole of current.',
    ] as const
  ).map(
    (message): Sentence => ({
      message,
      places: ['text', 'number', 'text'],
      states: ([who, moved], at) => [[moved, effectFact((at.column = name(who)), at.report)]],
    }),
  ),
  ...(
    [
      'In {0}, {1} of rows differ {2}, in {3}; that can be the season.',
      'In {0}, up to {1} of rows differ {2}, in {3}; that can be the season.',
    ] as const
  ).map(
    (message): Sentence => ({
      message,
      places: ['text', 'number', 'text', 'text'],
      states: ([who, moved], at) => [[moved, effectFact((at.column = name(who)), at.report)]],
    }),
  ),
  {
    message: 'In {0}, {1} of rows moved.',
    places: ['text', 'number'],
    states: ([who, moved], at) => [[moved, `column ${(at.column = name(who))} effect`]],
  },
  { message: 'Values are {0}: median {1}.', places: [], states: ([, change], at) => sides(change, medianFact(at.column, at.report)) },
  {
    message: 'Values are {0}: the median, {1} → {2}, and the spread moved little.',
    places: [],
    states: ([, from, to], at) => sides(`${from} → ${to}`, medianFact(at.column, at.report)),
  },
  {
    message: 'Values are {0}: the median, {1}, stayed and the spread moved little.',
    places: [],
    states: ([, both], at) => sides(both, medianFact(at.column, at.report)),
  },
  {
    message: 'Values are {0}: the interquartile range went {1}.',
    places: [],
    states: ([, change], at) => sides(change, `column ${at.column} interquartile range`),
  },
  {
    message: 'Values are {0}: the middle 90 % of them span {1}.',
    places: [],
    states: ([, change], at) => sides(change, `column ${at.column} middle 90`),
  },
  { message: '{0} is more frequent: {1} of values.', places: [], states: shares },
  { message: '{0} is less frequent: {1} of values.', places: [], states: shares },
  { message: '{0} is new: {1} of values.', places: [], states: shares },
  { message: '{0} is gone: {1} of values.', places: [], states: shares },
  {
    message: '{0} ({1} of rows, limit {2})',
    places: ['text', 'number', 'number'],
    states: ([who, moved]) => [[moved, `column ${(who ?? '').split(/[\s,、：:和]/u).at(-1)} effect`]],
  },
  {
    message: '{0}: {1} categories that reference does not have, in {2} rows ({3} of values): {4}.',
    places: ['text', ...numeric(3)],
    states: fresh,
  },
  {
    message: '{0}: {1} values that reference does not have, in {2} rows ({3} of all): {4}.',
    places: ['text', ...numeric(3)],
    states: fresh,
  },
  {
    message: '{0}: 1 category that reference does not have, in {1} rows ({2} of values): {3}.',
    places: ['text', ...numeric(2)],
    states: freshOne,
  },
  {
    message: '{0}: 1 value that reference does not have, in {1} rows ({2} of all): {3}.',
    places: ['text', ...numeric(2)],
    states: freshOne,
  },
  { message: '{0}: {1} categories of reference are gone ({2} of its values): {3}.', places: ['text', ...numeric(2)], states: gone },
  { message: '{0}: {1} values of reference are gone ({2} of its rows): {3}.', places: ['text', ...numeric(2)], states: gone },
  {
    message: '{0}: {1} values above the reference maximum ({2}); chance would give about {3}.',
    places: ['text', ...numeric(3)],
    states: beyond('above', 'maximum'),
  },
  {
    message: '{0}: {1} values below the reference minimum ({2}); chance would give about {3}.',
    places: ['text', ...numeric(3)],
    states: beyond('below', 'minimum'),
  },
  {
    message: '{0}: {1} values outside the reference range ({2} to {3}); chance would give about {4}.',
    places: ['text', ...numeric(4)],
    states: ([who, count, from, to]) => [
      [count, `column ${name(who)} outside reference`],
      [from, `column ${name(who)} minimum reference`],
      [to, `column ${name(who)} maximum reference`],
    ],
  },
  {
    message: '{0} rows of current, all labelled.',
    places: ['number'],
    states: ([n]) => [
      [n, 'labelled rows'],
      [n, 'rows current'],
    ],
  },
  {
    message: '{0} rows of current, {1} labelled ({2}).',
    places: numeric(3),
    states: ([rows, labelled]) => [
      [rows, 'rows current'],
      [labelled, 'labelled rows'],
    ],
  },
  {
    message: '{0} counts as positive, predicted from a score of {1} on.',
    places: ['text', 'number'],
    states: ([, threshold]) => [[threshold?.replace(/[.,]$/, ''), 'threshold']],
  },
  {
    message: 'The predicted classes changed: {0} of rows fall on others than in reference ({1}).',
    places: ['number'],
    states: ([share]) => [[share, 'predicted classes moved']],
  },
  {
    message: 'The model got worse: {0} {1}, larger than the {2} allowed.',
    places: [],
    states: (values, at) => titleLine(values[0], values[1], at),
  },
  {
    message: 'The model got worse: {0} {1}, larger than the {2} allowed, {3}.',
    places: [],
    states: (values, at) => titleLine(values[0], values[1], at),
  },
  {
    message: 'The model got worse {0}: {1} {2} from then on, larger than the {3} allowed.',
    places: ['text', 'text', 'text', 'number'],
    states: ([, measure, text], at) => lately(`${measure} ${text}`, at),
  },
  { message: 'The model is better: {0} {1}.', places: [], states: (values, at) => titleLine(values[0], values[1], at) },
  {
    message: '{0} failed {1} ({2} {3} against {4} in reference) and recovered {5}',
    places: ['text', 'text', 'number', 'text', 'number', 'text'],
    states: ([measure, , worst, where, before], at) => {
      const code = measureAtEnd(measure, at);
      const worstAt = chunk(where);
      if (code === null || worstAt === undefined) return [];
      return [
        [worst, `measure ${code} ${worstAt}`],
        [before, `measure ${code} reference`],
      ];
    },
  },
  { message: 'Over the whole of current: {0}.', places: ['list'], states: ([text], at) => lineOf(at.measure, text) },
  ...(['{0} got worse ({1})', '{0} improved ({1})', '{0} is not significantly worse ({1})'] as const).map(
    (message): Sentence => ({ message, places: ['text', 'list'], states: judged(0, 1) }),
  ),
  {
    message: '{0} got worse {1} ({2})',
    places: ['text', 'text', 'list'],
    states: ([measure, when, text], at) => line(`${measure}${when}`, text, at),
  },
  {
    message: 'Like for like ({0}): {1} {2} → {3}, {4}.',
    places: ['text', 'text', 'number', 'number', 'text'],
    states: ([, , before, after, change]) => [
      [before, 'like for like reference'],
      [after, 'like for like current'],
      [nth(change, 0), 'like for like change'],
    ],
  },
  {
    message: 'Always saying “{0}” would be right in {1} of rows, the model is in {2}: judge it by more than accuracy.',
    places: ['text', 'number', 'number'],
    states: ([, always, model]) => [
      [always, 'share of the most frequent class'],
      [model, 'measure accuracy current'],
    ],
  },
  {
    message: 'Scores are no probabilities of the label: they are off by {0} on average from what was observed.',
    places: ['number'],
    states: ([off]) => [[off, 'measure ece current']],
  },
  {
    message: '{0} is not meaningful here: it rests on {1} of {2} rows, as {3} targets are 0, and targets near 0 make up most of it.',
    places: ['text', ...numeric(3)],
    states: ([, rows, of, zeros]) => [
      [rows, 'rows with a target other than 0'],
      [of, 'labelled rows'],
      [zeros, 'targets of 0'],
    ],
  },
  { message: '{0} got worse: {1}; {2} is allowed.', places: ['text', 'list', 'number'], states: judged(0, 1) },
  {
    message: '{0} is worse {1}: {2} from then on; {3} is allowed.',
    places: ['text', 'text', 'list', 'number'],
    states: ([measure, when, text], at) => lately(`${measureNameAtEnd(`${measure}${when}`, at) ?? ''} ${text}`, at),
  },
  { message: 'Cannot tell whether {0} got worse: {1}.', places: [], states: judged(0, 1) },
  {
    message: 'No measure got significantly worse; {0} improved, most tellingly {1}: {2}.',
    places: ['number'],
    states: (values, at) => line(values[1], values[2], at),
  },
  { message: 'No measure got significantly worse; {0} improved: {1}.', places: [], states: judged(0, 1) },
  ...(
    [
      'within the band.',
      'below the band: the relation of columns and target may have changed.',
      'above the band: the relation of columns and target may have changed.',
    ] as const
  ).map(
    (end): Sentence => ({
      message: `By the labels it is {0}, ${end}`,
      places: ['number'],
      states: ([real], { report }) => [[real?.replace(/[.,]$/, ''), `measure ${evaluationOf(report)?.estimate?.rows[0]?.name} current`]],
    }),
  ),
  ...(
    [
      'Worst, and most harmful, where {0} ({1} of rows): {2} {3} against {4} elsewhere.',
      'Most harmful where {0} ({1} of rows): {2} {3} against {4} elsewhere.',
    ] as const
  ).map(
    (message): Sentence => ({
      message,
      places: ['text', 'number', 'loss', 'interval', 'number'],
      states: ([, share, value, , rest], at) => sliceFacts(at, 'worst', share, value, rest),
    }),
  ),
  {
    message: 'Worst where {0}, but only {1} of rows: {2} {3}.',
    places: ['text', 'number', 'loss', 'interval'],
    states: ([, share, value], { report }) => {
      const slices = resultOf(report, 'slices');
      const row = slices?.worst[slices.highest ?? 0];
      const key = row === undefined ? 'slice' : `slice ${sliceKey(row.conditions)}`;
      return [
        [share, `${key} share`],
        [nth(value, 0), `${key} value`],
      ];
    },
  },
  {
    message: 'Where {0} ({1} of rows): {2} {3} against {4} elsewhere.',
    places: ['text', 'number', 'loss', 'interval', 'number'],
    states: ([, share, value, , rest], at) => sliceFacts(at, 'worst', share, value, rest),
  },
  {
    message: 'Where {0} ({1} of rows): {2} against {3} in reference ({4}; elsewhere {5}).',
    places: ['text', 'number', 'text', 'number', 'text', 'text'],
    states: ([, share, value, before, change, elsewhere], at) => {
      const key = sliceAt(at, 'fallen');
      const times = evaluationOf(at.report)?.slices?.measure === 'error_rate' ? 100 : 1;
      return [
        [share, `${key} share`],
        [nth(value, 0), `${key} value`],
        [before, `${key} reference`],
        [nth(change, 0), `${key} change`, times],
        [nth(elsewhere, 0), `${key} change elsewhere`, times],
      ];
    },
  },
  {
    message: 'Were it as good as the rest, {0} of all errors would be gone.',
    places: ['number'],
    states: ([share], at) => [[share, `${at.slice} impact`]],
  },
  {
    message: 'Were it as good as the rest, {0} of the whole error would be gone.',
    places: ['number'],
    states: ([share], at) => [[share, `${at.slice} impact`]],
  },
  {
    message: 'In reference: {0}.',
    places: ['number'],
    states: ([before], at) => [[before?.replace(/[.,]$/, ''), `${at.slice} reference`]],
  },
  {
    message: '{0} slices were looked at; over all rows: {1}.',
    places: ['number'],
    states: ([, overall]) => [[nth(overall, 0), 'loss current']],
  },
  { message: 'Errors went from {0} to {1} of rows ({2}).', places: ['number', 'number'], states: lossChange },
  { message: 'Errors went from {0} to {1} of rows ({2}), which may be chance.', places: ['number', 'number'], states: lossChange },
  { message: 'The mean absolute error went from {0} to {1} ({2}).', places: ['number', 'number'], states: lossChange },
  { message: 'The mean absolute error went from {0} to {1} ({2}), which may be chance.', places: ['number', 'number'], states: lossChange },
  { message: 'Positives: {0} → {1}, {2}.', places: ['number', 'number'], states: ([a, b]) => sides(`${a} → ${b}`, 'positives') },
  {
    message: 'Mean of the target: {0} → {1}, {2}.',
    places: ['number', 'number'],
    states: ([a, b]) => sides(`${a} → ${b}`, 'mean of the target'),
  },
];

/** The fact behind the share of rows moved of a column: that of the chunk that has it, or of the whole. */
function effectFact(called: string, report: Report): string {
  const chunk = columnsOf(report).find((column) => column.name === called)?.effectChunk ?? null;
  return `column ${called} effect${chunk === null ? '' : ` ${chunkKey(report, chunk)}`}`;
}

/** The fact behind a median or a share: like for like where the report compares so. */
function medianFact(called: string, report: Report): string {
  return `column ${called} ${isLike(called, report) ? 'like ' : ''}median`;
}

function shareFact(called: string, value: string, report: Report): string {
  return `column ${called} ${isLike(called, report) ? 'like ' : ''}share of ${value}`;
}

function isLike(called: string, report: Report): boolean {
  return columnsOf(report).some(({ name: own, like }) => own === called && like !== null);
}

/** A title begins its name with a small letter, and its number follows without a mark between. */
function titleLine(measure: string | undefined, text: string | undefined, at: Situation): Pairs {
  const whole = `${measure} ${text}`.toLowerCase();
  const known = Object.keys(at.measures)
    .filter((one) => whole.startsWith(one))
    .sort((a, b) => b.length - a.length)[0];
  return known === undefined ? [] : line(known, whole.slice(known.length), at);
}

function sliceAt(at: Situation, which: 'worst' | 'fallen'): string {
  const row = evaluationOf(at.report)?.slices?.[which][at[which]++];
  at.slice = row === undefined ? 'slice' : `slice ${sliceKey(row.conditions)}`;
  return at.slice;
}

function sliceFacts(at: Situation, which: 'worst' | 'fallen', share?: string, value?: string, rest?: string): Pairs {
  const key = sliceAt(at, which);
  return [
    [share, `${key} share`],
    [nth(value, 0), `${key} value`],
    [rest, `${key} elsewhere`],
  ];
}

/** Everything a summary states that is known otherwise: in its sentences, in the lines of the datasets and in its tables. */
export function stated(shown: Shown, report: Report, language: Language): Stated[] {
  const rows = evaluationOf(report)?.measures.filter((row) => row.shown) ?? [];
  const measures = Object.fromEntries(shown.measures.map(({ name: called }, i) => [called.toLowerCase(), rows[i]!.current.name]));
  const at: Situation = { report, measures, column: '', measure: '', slice: '', worst: 0, fallen: 0 };
  const found: Stated[] = [];
  const add = (says: string, pairs: Pairs): void => {
    for (const [printed, fact, times = 1] of pairs)
      if (printed !== undefined) found.push({ says: says.trim(), printed: printed.trim(), fact, times });
  };
  datasets(shown, report, add);
  for (const text of [shown.title, ...Object.values(shown.prose).flat()]) {
    const hits = sentences.flatMap(({ message, places, states }) => {
      const { find, order } = saying(message, language, places);
      return [...text.matchAll(find)].map((match) => ({ match, order, states, end: match.index + match[0].length }));
    });
    hits.sort((a, b) => a.end - b.end || a.match[0].length - b.match[0].length);
    for (const { match, order, states } of hits) {
      const values: string[] = [];
      order.forEach((place, i) => {
        values[place] = match[i + 1]!;
      });
      add(
        match[0]
          .split(/[.;]\s(?=[A-Z])|。/u)
          .filter((piece) => piece !== '')
          .at(-1) ?? match[0],
        states(values, at),
      );
    }
  }
  tables(shown, report, add);
  return found;
}

type Add = (says: string, pairs: Pairs) => void;

function datasets(shown: Shown, report: Report, add: Add): void {
  const lines = shown.prose[''] ?? [];
  for (const [i, side] of (report.datasets.reference === null ? ['current'] : ['reference', 'current']).entries()) {
    const text = lines[i] ?? '';
    const rows = /([\d,]+)\s?(?:rows|行)/u.exec(text)?.[1];
    const months =
      report.time?.column == null || /\b\d{1,2} [A-Z][a-z]{2}\b|日/u.test(text) ? [] : monthsIn(text.slice(text.indexOf(rows ?? '')));
    add(text, [
      [rows, `rows ${side}`],
      [months[0], `first month ${side}`],
      [months.at(-1), `last month ${side}`],
    ]);
  }
}

function tables(shown: Shown, report: Report, add: Add): void {
  for (const row of shown.columns) {
    const column = `column ${row.name}`;
    const colon = row.typical.lastIndexOf(': ');
    const says = `${row.name} | ${row.moved} | ${row.typical} | ${row.missing}`;
    // Of missing values the change of their share stands there, and of a single day its own.
    const cause = columnsOf(report).find(({ name: called }) => called === row.name)?.cause;
    const moved =
      cause === 'missing' || cause === 'block' ? undefined : printedNumbers(row.moved).findLast(({ text }) => text.includes('%'));
    add(says, [[moved?.text, effectFact(row.name, report)]]);
    const typical = colon >= 0 ? row.typical.slice(colon + 1) : row.typical;
    if (printedNumbers(typical).length > 0 && !/\d:\d\d/.test(typical))
      add(says, sides(typical, colon >= 0 ? shareFact(row.name, row.typical.slice(0, colon), report) : medianFact(row.name, report)));
    add(says, sides(row.missing, `${column} missing`));
  }
  const rows = evaluationOf(report)?.measures.filter((one) => one.shown) ?? [];
  shown.measures.forEach((row, i) => {
    const measure = `measure ${rows[i]!.current.name}`;
    add(`${row.name} | ${row.reference} | ${row.current} | ${row.change}`, [
      [nth(row.reference ?? '', 0), `${measure} reference`],
      [nth(row.current, 0), `${measure} current`],
      [nth(row.change ?? '', 0), `${measure} change`],
    ]);
  });
}
