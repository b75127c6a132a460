import { mulberry32 } from '../../../stats/samples/mulberry32.ts';
import { growTree, type Tree, type TreeOptions, treeValue } from './growTree.ts';

export interface BoostOptions extends TreeOptions {
  readonly trees: number;
  readonly rate: number;
  /** Share of the rows that each tree sees. */
  readonly rowShare: number;
  /** Trees without a better result on the held-out rows after which growing ends. */
  readonly patience: number;
  readonly seed: number;
}

export const defaultBoost: BoostOptions = {
  trees: 200,
  rate: 0.1,
  leaves: 15,
  depth: 6,
  rowsPerLeaf: 50,
  shrink: 1,
  rowShare: 0.5,
  patience: 10,
  seed: 1,
};

/** A sum of trees: base + rate · Σ tree. */
export interface BoostedTrees {
  readonly base: number;
  readonly rate: number;
  readonly trees: readonly Tree[];
  /** Share of each feature in what the splits gained; all 0 when nothing was split. */
  readonly importance: Float64Array;
}

/** Codes of rows, row after row, and what is to be predicted for each. */
export interface TreeRows {
  readonly coded: Uint8Array;
  readonly targets: Float64Array;
}

/** Adds a tree's values to the predictions; gives the mean squared error after it. */
function addTree(tree: Tree, rate: number, { coded, targets }: TreeRows, width: number, predictions: Float64Array): number {
  let error = 0;
  for (let row = 0; row < targets.length; row++) {
    const prediction = predictions[row]! + rate * treeValue(tree, coded, row * width);
    predictions[row] = prediction;
    error += (targets[row]! - prediction) ** 2;
  }
  return error / targets.length;
}

/**
 * Gradient boosting of regression trees for the squared loss, stopped where held-out rows are predicted best. Same input and seed, same
 * trees. With no rows to train on the base is 0.
 *
 * @param width features per row, each a code 0 to 255. @param heldOut never trained on; without rows all trees are kept.
 * O(trees · rows · width · depth).
 *
 * Source: Friedman (2001, 2002), stochastic gradient boosting; trees as in `growTree`.
 */
export function boostTrees(train: TreeRows, heldOut: TreeRows, width: number, options: BoostOptions = defaultBoost): BoostedTrees {
  const n = train.targets.length;
  const base = n > 0 ? train.targets.reduce((sum, y) => sum + y, 0) / n : 0;
  const predictions = new Float64Array(n).fill(base);
  const heldPredictions = new Float64Array(heldOut.targets.length).fill(base);
  const random = mulberry32(options.seed);
  const residuals = new Float64Array(n);
  const trees: Tree[] = [];
  const gains: Float64Array[] = [];
  let kept = 0;
  let lowest =
    heldOut.targets.length > 0 ? heldOut.targets.reduce((sum, y) => sum + (y - base) ** 2, 0) / heldOut.targets.length : Infinity;
  for (let t = 0; t < options.trees && t - kept < options.patience && n > 0; t++) {
    for (let row = 0; row < n; row++) residuals[row] = train.targets[row]! - predictions[row]!;
    const seen = new Uint32Array(n);
    let count = 0;
    for (let row = 0; row < n; row++) if (random() < options.rowShare) seen[count++] = row;
    const gain = new Float64Array(width);
    const tree = growTree({ coded: train.coded, width, residuals }, seen.subarray(0, count), options, gain);
    trees.push(tree);
    gains.push(gain);
    addTree(tree, options.rate, train, width, predictions);
    const error = addTree(tree, options.rate, heldOut, width, heldPredictions);
    if (heldOut.targets.length === 0 || error < lowest) {
      lowest = error;
      kept = t + 1;
    }
  }
  const importance = new Float64Array(width);
  for (const gain of gains.slice(0, kept)) for (let f = 0; f < width; f++) importance[f]! += gain[f]!;
  const total = importance.reduce((sum, g) => sum + g, 0);
  return { base, rate: options.rate, trees: trees.slice(0, kept), importance: total > 0 ? importance.map((g) => g / total) : importance };
}

/** Predictions for coded rows. O(rows · trees · depth). */
export function predictTrees({ base, rate, trees }: BoostedTrees, coded: Uint8Array, width: number, rows: number): Float64Array {
  const predictions = new Float64Array(rows).fill(base);
  for (const tree of trees) {
    for (let row = 0; row < rows; row++) predictions[row]! += rate * treeValue(tree, coded, row * width);
  }
  return predictions;
}
