export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
}

export interface CsvRecord {
  readonly fields: readonly string[];
  /** Line of the file the record starts on, from 1. */
  readonly line: number;
  /** No text stands behind a closing quote. */
  readonly sound: boolean;
  /** The first field stands in quotes. */
  readonly quotedFirst: boolean;
}

/** Splits the head of a CSV file into records; blank lines are left out. A last record without a line end is kept only when `complete`. */
export function parseRecords(text: string, dialect: Dialect, limit: number, complete: boolean): readonly CsvRecord[] {
  const { delimiter, quote, escape: escaping } = dialect;
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  let sound = true;
  let closed = false;
  let quotedFirst = false;
  const end = (): void => {
    fields.push(field);
    if (fields.length > 1 || field.trim() !== '') records.push({ fields, line: start, sound, quotedFirst });
    fields = [];
    field = '';
    sound = true;
    closed = false;
    quotedFirst = false;
  };
  let i = 0;
  for (; i < text.length && records.length < limit; i++) {
    const char = text[i] as string;
    if (quoted) {
      if (char === escaping && escaping !== quote && i + 1 < text.length) field += text[++i];
      else if (char !== quote) field += char;
      else if (escaping === quote && text[i + 1] === quote) field += text[++i];
      else {
        quoted = false;
        closed = true;
      }
      if (char === '\n') line++;
    } else if (char === quote && field === '') {
      quoted = true;
      if (fields.length === 0) quotedFirst = true;
    } else if (char === delimiter) {
      fields.push(field);
      field = '';
      closed = false;
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') i++;
      end();
      start = ++line;
    } else {
      if (closed) sound = false;
      field += char;
    }
  }
  if (complete && records.length < limit && (field !== '' || fields.length > 0)) end();
  return records;
}
