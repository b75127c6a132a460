/** An AUC over several classes with a standard error from the influence of each row. */
export interface MulticlassAuc {
  readonly value: number;
  readonly standardError: number;
}

export interface MulticlassAucs {
  readonly ovrMacro: MulticlassAuc;
  readonly ovrWeighted: MulticlassAuc;
  readonly ovoMacro: MulticlassAuc;
  readonly ovoWeighted: MulticlassAuc;
  /** Each class against all others. */
  readonly perClass: readonly number[];
}

/** One-vs-one needs classes² sorts. */
export const mostClassesForAuc = 50;

/**
 * AUC of a score for the rows of `ones` against those of `zeros`; adds weight · influence of every row. O(n log n).
 */
function addAuc(scores: Float64Array, ones: Uint32Array, zeros: Uint32Array, weight: number, influence: Float64Array): number {
  const p = ones.length;
  const q = zeros.length;
  // Ascending keys with the class in the order of equal scores left open: ties are settled by mid-counts below.
  const a = Float64Array.from(ones, (row) => scores[row]!).sort();
  const b = Float64Array.from(zeros, (row) => scores[row]!).sort();
  const midCount = (sorted: Float64Array, x: number): number => {
    const bound = (strict: boolean) => {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (strict ? sorted[middle]! < x : sorted[middle]! <= x) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    return (bound(true) + bound(false)) / 2;
  };
  const placements = Float64Array.from(ones, (row) => midCount(b, scores[row]!) / q);
  let sum = 0;
  for (const v of placements) sum += v;
  const auc = sum / p;
  for (let i = 0; i < p; i++) influence[ones[i]!]! += (weight * (placements[i]! - auc)) / p;
  for (let i = 0; i < q; i++) influence[zeros[i]!]! += (weight * (1 - midCount(a, scores[zeros[i]!]!) / p - auc)) / q;
  return auc;
}

function standardError(influence: Float64Array): number {
  let sum = 0;
  for (const v of influence) sum += v * v;
  return Math.sqrt(sum);
}

/**
 * AUCs of a model with one score per class: one-vs-rest and one-vs-one (mean over both directions of each pair), plain and weighted by the
 * rows of the classes. Null unless there are 2 to 50 classes and each has rows. O(classes² · n log n).
 *
 * @param actual class of each row, 0 … classes − 1; no missing ones. @param scores one column per class.
 *
 * Source: as sklearn roc_auc_score 1.2.1 (multi_class "ovr" and "ovo"); one-vs-one after D. Hand and R. Till, Machine Learning 45 (2001).
 * Standard errors by influence functions, the shares of the classes taken as given.
 */
export function multiclassAuc(actual: Int32Array, scores: readonly Float64Array[]): MulticlassAucs | null {
  const k = scores.length;
  const n = actual.length;
  if (k < 2 || k > mostClassesForAuc) return null;
  const all = Uint32Array.from(actual, (_, i) => i);
  const rows = scores.map((_, c) => all.filter((row) => actual[row] === c));
  if (rows.some((of) => of.length === 0)) return null;

  const perClass: number[] = [];
  const sums = { ovrMacro: 0, ovrWeighted: 0, ovoMacro: 0, ovoWeighted: 0 };
  const ofRows = {
    ovrMacro: new Float64Array(n),
    ovrWeighted: new Float64Array(n),
    ovoMacro: new Float64Array(n),
    ovoWeighted: new Float64Array(n),
  };
  const spread = (part: Float64Array, to: Float64Array, weight: number) => {
    for (let i = 0; i < n; i++) to[i]! += weight * part[i]!;
  };
  for (let c = 0; c < k; c++) {
    const influence = new Float64Array(n);
    const auc = addAuc(
      scores[c]!,
      rows[c]!,
      all.filter((row) => actual[row] !== c),
      1,
      influence,
    );
    const share = rows[c]!.length / n;
    perClass.push(auc);
    sums.ovrMacro += auc / k;
    sums.ovrWeighted += auc * share;
    spread(influence, ofRows.ovrMacro, 1 / k);
    spread(influence, ofRows.ovrWeighted, share);
  }
  for (let i = 0; i < k; i++) {
    for (let j = i + 1; j < k; j++) {
      const influence = new Float64Array(n);
      const auc = (addAuc(scores[i]!, rows[i]!, rows[j]!, 0.5, influence) + addAuc(scores[j]!, rows[j]!, rows[i]!, 0.5, influence)) / 2;
      const pairs = (k * (k - 1)) / 2;
      // Each row is in k − 1 pairs, so the shares of the pairs add up to k − 1.
      const share = (rows[i]!.length + rows[j]!.length) / n / (k - 1);
      sums.ovoMacro += auc / pairs;
      sums.ovoWeighted += auc * share;
      spread(influence, ofRows.ovoMacro, 1 / pairs);
      spread(influence, ofRows.ovoWeighted, share);
    }
  }
  const made = (name: keyof typeof sums): MulticlassAuc => ({ value: sums[name], standardError: standardError(ofRows[name]) });
  return {
    ovrMacro: made('ovrMacro'),
    ovrWeighted: made('ovrWeighted'),
    ovoMacro: made('ovoMacro'),
    ovoWeighted: made('ovoWeighted'),
    perClass,
  };
}
