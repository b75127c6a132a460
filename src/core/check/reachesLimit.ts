/** Compares with ≥ after rounding both sides to 12 significant digits, so that verdicts do not flicker between platforms. */
export function reachesLimit(value: number, limit: number): boolean {
  return Number(value.toPrecision(12)) >= Number(limit.toPrecision(12));
}
