/** a / b, or null when b is 0: an undefined measure is not a 0. */
export function ratio(a: number, b: number): number | null {
  return b > 0 ? a / b : null;
}
