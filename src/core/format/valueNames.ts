import { withMinus } from './minus.ts';

/** Decimal digits that a number of double precision holds for sure; what stands beyond is noise of sums. */
const certain = 15;

/** Names of different numbers, given as JavaScript writes them: without the noise of rounding where they are told apart without it. */
export function valueNames(values: readonly string[]): string[] {
  const short = values.map((value) => shortest(Number(value)));
  return (new Set(short).size === values.length ? short : values).map(withMinus);
}

/** The fewest digits that read back as the same number: in single precision where it is one ("0.3", not "0.30000001192092896"). */
function shortest(x: number): string {
  if (Number.isInteger(x) || Math.fround(x) !== x) return String(Number(x.toPrecision(certain)));
  for (let digits = 1; digits < certain; digits++) {
    const near = Number(x.toPrecision(digits));
    if (Math.fround(near) === x) return String(near);
  }
  return String(x);
}
