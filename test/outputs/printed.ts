/** A number as it is printed, with what its last digit leaves open. */
export interface Printed {
  readonly text: string;
  readonly low: number;
  readonly high: number;
}

const scales: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9, T: 1e12, 万: 1e4, 亿: 1e8, 万亿: 1e12, '%': 0.01 };
const pattern =
  /(?<bound>[<>]\s*)?(?<sign>[+\u2212-](?=\d))?(?<digits>\d[\d,]*(?:\.\d+)?)(?:e(?<power>[\u2212-]?\d+))?(?:\s*(?<scale>%|万亿|万|亿|[KMBT](?![\w\u4e00-\u9fff])))?/gu;

/**
 * The numbers of a text in their order: "< 1 %" is all from 0 to 0.01, "22 %" from 0.215 to 0.225. Digits inside words (`P95`, `y_2`) are no numbers.
 */
export function printedNumbers(text: string): Printed[] {
  const found: Printed[] = [];
  for (const match of text.matchAll(pattern)) {
    const { bound = '', sign = '', digits = '', power = '0', scale = '' } = match.groups!;
    const before = text[match.index - 1] ?? '';
    if (/[\p{L}_]/u.test(before) && !/[\u4e00-\u9fff]/.test(before)) continue;
    const unit = (scales[scale] ?? 1) * 10 ** Number(power.replace('\u2212', '-'));
    const size = Number(digits.replaceAll(',', ''));
    const half = (10 ** -(digits.split('.')[1]?.length ?? 0) / 2) * (1 + 1e-9);
    // Zeros before a thousands comma can be places that rounding left: "21,900".
    const trailing = digits.includes('.') ? 0 : (/0*$/.exec(digits.replaceAll(',', ''))?.[0].length ?? 0);
    const room = size >= 1000 ? Math.max(half, 10 ** trailing / 2) : half;
    const sides = bound.startsWith('<') ? [0, size] : bound.startsWith('>') ? [size, Number.POSITIVE_INFINITY] : [size - room, size + room];
    const [a, b] = sides.map((side) => side * unit) as [number, number];
    const negative = sign === '\u2212' || sign === '-';
    found.push({ text: match[0], low: negative ? -b : a, high: negative ? -a : b });
  }
  return found;
}

/** Whether a number may be printed so. */
export function agrees({ low, high }: Printed, value: number): boolean {
  const slack = 1e-9 * Math.max(Math.abs(value), Math.abs(low));
  return value >= low - slack && value <= high + slack;
}
