/** Running sums of counts as shares of their total; null when it is 0. */
export function runningShares(counts: readonly number[]): number[] | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum / total;
  });
}
