import { printedNumbers } from './printed.ts';

const number = String.raw`[+\u2212]?\d[\d,]*(?:\.\d+)?(?:[\s\u202f\u00a0]?[%MBK])?`;
const relative = new RegExp(String.raw`(${number}) → (${number})\s?[(（]([+\u2212][\d,.]+[\s\u202f]?%)[)）]`, 'gu');
const absolute = new RegExp(
  String.raw`(${number}) → (${number})[,，]\s?([+\u2212][\d,.]+) \[([+\u2212]?[\d,.]+), ([+\u2212]?[\d,.]+)\]`,
  'gu',
);

/** Changes of a text that are not those of the two numbers beside them: "21,900 → 33,700 (+54 %)", "0.714 → 0.668, −0.046 [−0.071, −0.020]". */
export function wrongChanges(text: string): string[] {
  const found: string[] = [];
  for (const [whole, before, after, change] of text.matchAll(relative)) {
    const [a, b, c] = [before, after, change].map((part) => printedNumbers(part!)[0]!);
    const ratios = [a!.low, a!.high].flatMap((x) => [b!.low, b!.high].map((y) => (y - x) / Math.abs(x)));
    if (a!.low <= 0 && a!.high >= 0) continue;
    if (Math.max(...ratios) < c!.low || Math.min(...ratios) > c!.high) found.push(`“${whole}”: the change is not that of the numbers`);
  }
  for (const [whole, before, after, change, low, high] of text.matchAll(absolute)) {
    const [a, b, c, from, to] = [before, after, change, low, high].map((part) => printedNumbers(part!)[0]!);
    if (b!.high - a!.low < c!.low || b!.low - a!.high > c!.high) found.push(`“${whole}”: the change is not that of the numbers`);
    if (from!.low > c!.high || to!.high < c!.low) found.push(`“${whole}”: the change lies outside its interval`);
  }
  return found;
}
