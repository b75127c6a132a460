/** How different two items are by the columns that describe them. */
export interface ItemDistance {
  /** Position of an item by its id, as `Predictions.items` has it. */
  readonly indexOf: ReadonlyMap<number, number>;
  /** Gower's distance of two positions, 0 to 1; 1 where nothing is known of both. */
  readonly between: (a: number, b: number) => number;
}
