/** What is called the same in every language: products, formats, methods, symbols, units. */
const names = [
  ...['Driftbook', 'VS', 'Code', 'Ctrl', 'Cmd', 'Alt', 'MiB', 'GiB', 'KiB', 'kB', 'MB', 'KB', 'ms'],
  ...['CSV', 'TSV', 'JSON', 'JSONL', 'Lines', 'NDJSON', 'Parquet', 'Arrow', 'Feather', 'HTML', 'Markdown', 'SVG', 'PNG'],
  ...[
    'KS',
    'JS',
    'PSI',
    'TVD',
    'SD',
    'Wasserstein',
    'Jensen',
    'Shannon',
    'Kolmogorov',
    'Smirnov',
    'Anderson',
    'Darling',
    'Cram',
    'Fisher',
    'Rao',
    'Scott',
  ],
  ...['Benjamini', 'Hochberg', 'FDR', 'IQR'],
];

/**
 * Latin words of a text that are no names: neither known above nor given in `allowed` (column names, values, file names). Single letters are
 * symbols, what has a digit, a dot or an underscore in it is code.
 */
export function latinWords(text: string, allowed: Iterable<string>): string[] {
  const known = new Set(names);
  let rest = text;
  // A name that is a plain word is one as a whole word only.
  for (const name of [...allowed].sort((a, b) => b.length - a.length)) {
    if (/^[A-Za-z]+$/.test(name)) known.add(name);
    else rest = rest.replaceAll(name, ' ');
  }
  const words = rest.match(/[A-Za-z][\w.]*[A-Za-z]/g) ?? [];
  return [...new Set(words.filter((word) => !known.has(word) && !/[\d_.]/.test(word)))];
}
