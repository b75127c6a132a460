import { type CsvRecord, type Dialect, parseRecords } from './parseRecords.ts';

/** What the head of a CSV file shows. */
export interface CsvShape {
  readonly dialect: Dialect;
  /** Lines before the header. */
  readonly skip: number;
  /** First record is a header. */
  readonly header: boolean;
  /** Fields of the first record. */
  readonly first: readonly string[];
  readonly firstLine: number;
  /** The records below the first, as far as they were looked at. */
  readonly below: readonly CsvRecord[];
}

const delimiters = [',', ';', '\t', '|'];
/** ASCII's own unit separator. */
const unlikely = '\x1f';
const sampleRecords = 200;
/** A dialect in which fewer records than this agree is no dialect. */
const agreement = 0.95;

interface Scored {
  readonly dialect: Dialect;
  readonly records: readonly CsvRecord[];
  readonly width: number;
  readonly score: number;
}

/**
 * Finds delimiter, quote, header and leading remarks of a CSV text. Counts fields per record under each delimiter and takes the one under
 * which the records agree with the header (a decimal comma makes the comma disagree). `preferred` (the reference's, or a tab for .tsv) wins
 * when it fits. Null when there is no record at all.
 */
export function detectShape(head: string, complete: boolean, preferred: Dialect | null): CsvShape | null {
  const text = head.startsWith('\ufeff') ? head.slice(1) : head;
  const own = preferred === null ? null : score(text, complete, preferred);
  let best = own;
  if (own === null || own.width <= 1 || own.score < agreement)
    for (const dialect of candidateDialects(text)) {
      const one = score(text, complete, dialect);
      if (best === null || one.score > best.score + 1e-9) best = one;
    }
  if (best === null || best.records.length === 0) return null;
  // One column: commas within its texts must not cut it, so a delimiter is named that no text has.
  if (best.score === 0) best = score(text, complete, { delimiter: unlikely, quote: '"', escape: '"' });
  const [first, ...rest] = leadingRecord(best);
  if (first === undefined) return null;
  return {
    dialect: best.dialect,
    skip: first.line - 1,
    header: isHeader(first.fields, rest),
    first: first.fields,
    firstLine: first.line,
    below: rest,
  };
}

function candidateDialects(text: string): Dialect[] {
  const singles = (text.match(/(?:^|[,;\t|\n])'[^'\n]*'(?=[,;\t|\r\n]|$)/g) ?? []).length;
  const quote = !text.includes('"') && singles > 2 ? "'" : '"';
  const escapes = text.includes(`\\${quote}`) ? [quote, '\\'] : [quote];
  return delimiters.flatMap((delimiter) => escapes.map((escaping) => ({ delimiter, quote, escape: escaping })));
}

function score(text: string, complete: boolean, dialect: Dialect): Scored {
  const records = parseRecords(text, dialect, sampleRecords, complete);
  const widths = new Map<number, number>();
  for (const { fields, sound } of records) if (sound) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
  const headerWidth = records[0]?.fields.length ?? 0;
  let [width, count] = [headerWidth, widths.get(headerWidth) ?? 0];
  let share = count / Math.max(1, records.length);
  for (const [other, times] of widths) if (times > count && other > 1) [width, count] = [other, times];
  // Agreement with the header counts most; rows that agree among themselves but not with it are ragged or stand below remarks.
  if (width !== headerWidth) share = count / records.length < agreement && headerWidth === 1 ? 0 : (0.9 * count) / records.length;
  if (width <= 1) share = 0;
  return { dialect, records, width, score: share + Math.min(width, 100) * 1e-6 * Math.sign(share) };
}

/** Records from the header on: lines of another width before it (titles, `#` remarks) are skipped when nearly all later ones agree. */
function leadingRecord({ records, width, score }: Scored): readonly CsvRecord[] {
  const first = records[0];
  if (first === undefined || first.fields.length !== 1 || width <= 1 || score < 0.5) return records;
  const at = records.findIndex((record) => record.fields.length === width);
  return at > 0 && at <= 20 ? records.slice(at) : records;
}

/** A number, with a decimal point or comma. */
export const numeric = /^\s*[-+]?(?:\d+(?:[.,]\d+)*|\d*[.,]\d+)(?:[eE][-+]?\d+)?\s*$/;

/** A first record is a header unless it looks like the values below it. Whole numbers counting up from 0 are names (a frame without names). */
function isHeader(first: readonly string[], rest: readonly CsvRecord[]): boolean {
  const named = first[0]?.trim() === '' ? first.slice(1) : first;
  if (named.length > 1 && named.every((field, i) => field.trim() === String(i))) return true;
  const numbers = named.filter((field) => numeric.test(field)).map(Number);
  // `country,2019,2020,2021`: years counting up behind a word.
  if (numbers.length > 1 && numbers.length < named.length && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1))
    return true;
  if (rest.length === 0) return !first.some((field) => numeric.test(field));
  return !first.some((field, i) => {
    if (!numeric.test(field)) return false;
    const below = rest.map((record) => record.fields[i] ?? '').filter((value) => value !== '');
    return below.length > 0 && below.filter((value) => numeric.test(value)).length >= 0.5 * below.length;
  });
}
