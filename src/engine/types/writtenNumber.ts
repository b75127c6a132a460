import { quoteText } from '../sql/quote.ts';

/** Signs and codes of currencies, as they stand before or behind a number. */
const currency = '(?:[$€£¥₹₩₽₺฿₫₪₴₦元]|R\\$|USD|EUR|GBP|JPY|CNY|RMB|INR|AUD|CAD|CHF|SEK|NOK|DKK|PLN|BRL|kr\\.?|Fr\\.?|zł)';
/** Blanks that part thousands in some languages: usual, not breaking, narrow; and the Swiss apostrophes. */
const blanks = " \\x{00a0}\\x{202f}'’";

function digits(comma: boolean): string {
  const [thousands, point] = comma ? [`[.${blanks}]`, ','] : [`[,${blanks}]`, '\\.'];
  return `(?:(?:\\d{1,3}(?:${thousands}\\d{3})+|\\d+)(?:${point}\\d*)?|${point}\\d+)(?:[eE][-+]?\\d+)?`;
}

/** Expression of DuckDB (RE2) that a number fits as people write it, whole: `-$1,879.91`, `(369.49)`, `6 %`, `1 234,50 €` with `comma`. */
export function writtenShape(comma: boolean): string {
  const plain = `[-+−]?\\s*(?:${currency}\\s*)?[-+−]?\\s*${digits(comma)}\\s*(?:${currency}|%|％)?\\s*-?`;
  return `\\s*(?:${plain}|\\(\\s*(?:${currency}\\s*)?${digits(comma)}\\s*(?:${currency}|%|％)?\\s*\\))\\s*`;
}

/** SQL condition: the text has more than digits, a sign, a decimal mark and an exponent. */
export function hasWriting(sql: string, comma: boolean): string {
  return `regexp_matches(${sql}, ${quoteText(comma ? '[^-+\\deE,\\s]' : '[^-+\\deE.\\s]')})`;
}

/** SQL of such a text as DOUBLE, null when it is none; percent are hundredths. About 2 µs a value. */
export function writtenNumber(sql: string, comma: boolean): string {
  const number = `regexp_extract(${sql}, ${quoteText(digits(comma))})`;
  const plain = comma
    ? `replace(regexp_replace(${number}, '[^\\deE,+-]', '', 'g'), ',', '.')`
    : `regexp_replace(${number}, '[^\\deE.+-]', '', 'g')`;
  const negative = `regexp_matches(${sql}, ${quoteText('^[^\\d]*[-−(]|-\\s*$')})`;
  const share = `contains(${sql}, '%') OR contains(${sql}, '％')`;
  return `CASE WHEN regexp_full_match(${sql}, ${quoteText(writtenShape(comma))}) THEN TRY_CAST(${plain} AS DOUBLE) * CASE WHEN ${negative} THEN -1 ELSE 1 END / CASE WHEN ${share} THEN 100 ELSE 1 END END`;
}
