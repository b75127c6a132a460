import { applyIsotonic, fitIsotonic, type IsotonicMap, scoreTable } from './isotonic.ts';

/**
 * One isotonic map per class, fitted on class against rest.
 *
 * @param scores one array per class. @param labels index of the true class of each row. @param orders for each class the rows by ascending
 * score, when at hand. @returns null for a class without rows.
 */
export function fitClasses(
  scores: readonly Float64Array[],
  labels: ArrayLike<number>,
  weights?: ArrayLike<number>,
  orders?: readonly Uint32Array[],
): readonly (IsotonicMap | null)[] {
  return scores.map((column, c) => {
    const isClass = Uint8Array.from({ length: labels.length }, (_, row) => (labels[row] === c ? 1 : 0));
    return fitIsotonic(scoreTable(column, isClass, weights, orders?.[c]));
  });
}

/**
 * Calibrated class probabilities: each class by its own map (null: as it is), then each row divided by its sum. A row that sums to 0 gets
 * equal shares. O(rows · classes · log knots).
 *
 * Source: NannyML 0.13, calibration of multiclass scores.
 */
export function calibrateClasses(maps: readonly (IsotonicMap | null)[], scores: readonly Float64Array[]): Float64Array[] {
  const calibrated = scores.map((column, c) => {
    const map = maps[c] ?? null;
    return map ? column.map((score) => applyIsotonic(map, score)) : column.slice();
  });
  const rows = scores[0]?.length ?? 0;
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (const column of calibrated) sum += column[row]!;
    for (const column of calibrated) column[row] = sum > 0 ? column[row]! / sum : 1 / calibrated.length;
  }
  return calibrated;
}
