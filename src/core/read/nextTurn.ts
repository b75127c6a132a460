/** Gives the loop a turn, so that a cancel can arrive between two pieces of work. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    (globalThis as unknown as { setTimeout(callback: () => void, ms: number): unknown }).setTimeout(resolve, 0);
  });
}
