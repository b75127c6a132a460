/** Two significant digits, upwards: rows needed are an estimate. */
export function aboutRows(rows: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, rows))) - 1);
  return Math.ceil(rows / step) * step;
}
