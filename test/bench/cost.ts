/** Wall and processor seconds. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** What one run costs; of `times` runs the quickest. */
export async function cost(times: number, work: () => Promise<unknown>): Promise<Cost> {
  let best: Cost = { wall: Number.POSITIVE_INFINITY, cpu: Number.POSITIVE_INFINITY };
  for (let k = 0; k < times; k++) {
    const from = process.cpuUsage();
    const start = performance.now();
    await work();
    const { user, system } = process.cpuUsage(from);
    best = { wall: Math.min(best.wall, (performance.now() - start) / 1000), cpu: Math.min(best.cpu, (user + system) / 1e6) };
  }
  return best;
}
