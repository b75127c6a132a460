import type { Language } from './runPair.ts';
import { inLanguage, pageLabel } from './words.ts';

/** What the terminal shows. Tables are cut to its width: cells may miss, and names and statuses may be cut. */
export interface Terminal {
  readonly title: string;
  readonly whole: string;
  /** Cells of the table of columns, without bars. */
  readonly columns: readonly (readonly string[])[];
  readonly measures: readonly (readonly string[])[];
}

/** Reads the output for a terminal. */
export function fromText(text: string, language: Language): Terminal {
  const lines = text.split('\n');
  const end = lines.indexOf('');
  return {
    title: lines.slice(0, end).join(' '),
    whole: text,
    columns: rowsUnder(lines, pageLabel('columnsTitle', language), pageLabel('columnHead', language)),
    measures: rowsUnder(lines, inLanguage('Performance', language), inLanguage('Measure', language)),
  };
}

/** Rows of the table with this first head in the section with this title. */
function rowsUnder(lines: readonly string[], title: string, head: string): string[][] {
  const section = lines.indexOf(title);
  if (section < 0) return [];
  const next = lines.findIndex((line, i) => i > section && /^\S/.test(line));
  const within = lines.slice(section + 1, next < 0 ? lines.length : next);
  const first = within.findIndex((line) => line.trim().split(/\s{2,}/)[0] === head);
  if (first < 0) return [];
  const rows = within.slice(first + 1);
  const last = rows.indexOf('');
  return rows.slice(0, last < 0 ? rows.length : last).map((line) =>
    line
      .replace(/[█▉▊▋▌▍▎▏]+/gu, '  ')
      .trim()
      .split(/\s{2,}/),
  );
}
