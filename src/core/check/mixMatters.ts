const alpha = 0.05;

/** Whether what the mix of a column did to the metric is certain: @param q over all columns, and an interval that is clear of 0. */
export function mixMatters(q: number, { low, high }: { readonly low: number; readonly high: number }, level: number = alpha): boolean {
  return q <= level && (low > 0 || high < 0);
}
