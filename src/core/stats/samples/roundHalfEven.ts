/** Nearest whole number, halves to the even neighbour, as numpy and IEEE 754 round. */
export function roundHalfEven(x: number): number {
  const down = Math.floor(x);
  const part = x - down;
  if (part !== 0.5) return part < 0.5 ? down : down + 1;
  return down % 2 === 0 ? down : down + 1;
}
