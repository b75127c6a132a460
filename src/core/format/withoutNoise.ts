/**
 * A number without the noise of sums and products in its last digits: 0.255 and 0.25499999999999995 are the same share, and 100 times either is 25.5.
 * Done before rounding, so that a number on the edge of two digits is printed the same everywhere.
 */
export function withoutNoise(x: number): number {
  return Number(x.toPrecision(12));
}
