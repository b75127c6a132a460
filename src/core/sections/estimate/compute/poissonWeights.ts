/** Cumulated probabilities of the Poisson distribution of mean 1 up to 12; beyond lie 6e−11. */
const cumulated: readonly number[] = (() => {
  const sums: number[] = [];
  let term = Math.exp(-1);
  let sum = 0;
  for (let k = 0; k <= 12; k++) {
    sum += term;
    sums.push(sum);
    term /= k + 1;
  }
  return sums;
})();

/**
 * Weights of a bootstrap resample in which every row is drawn a Poisson(1) number of times, independently: the usual bootstrap but for the
 * size of the resample, in one pass. Source: Chamandy et al. (2012), "Estimating uncertainty for massive data streams".
 */
export function poissonWeights(n: number, random: () => number): Uint8Array {
  const weights = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const u = random();
    let k = 0;
    while (k < cumulated.length && u >= cumulated[k]!) k++;
    weights[i] = k;
  }
  return weights;
}
