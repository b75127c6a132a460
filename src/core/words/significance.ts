import { formatP } from '../format/pValue.ts';

/** "q = 0.032", "p < 0.0001": a sign of equality unless the number brings its own sign. */
export function significance(symbol: 'p' | 'q', value: number, locale: string): string {
  const text = formatP(value, locale);
  return /^[<>]/.test(text) ? `${symbol} ${text}` : `${symbol} = ${text}`;
}
