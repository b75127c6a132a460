import type { Dialect } from './parseRecords.ts';

/** Whether a quote is still open where a text ends. O(n), and as good as nothing where there are no quotes. */
export function endsQuoted(text: string, { delimiter, quote, escape: escaping }: Dialect): boolean {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    // Within a field a quote is a character like any other.
    if (at > 0 && ![delimiter, '\n', '\r', '\ufeff'].includes(text[at - 1] as string)) continue;
    at = closingQuote(text, at + 1, quote, escaping);
    if (at < 0) return true;
  }
  return false;
}

function closingQuote(text: string, from: number, quote: string, escaping: string): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === escaping && escaping !== quote) i++;
    else if (text[i] === quote) {
      if (escaping !== quote || text[i + 1] !== quote) return i;
      i++;
    }
  }
  return -1;
}
