import { type SortedComparison, SortKernel } from '../../../src/core/stats/kernel/sortKernel.ts';

/** Both samples, ascending, compared. */
export function comparedSamples(a: Float64Array, b: Float64Array): { readonly whole: SortedComparison; readonly places: Int32Array } {
  const kernel = new SortKernel();
  kernel.reserve({ lengths: [a.length, b.length], tagBytes: 0, tagValues: 1, places: true });
  kernel.values(0).set(a);
  kernel.values(1).set(b);
  return { whole: kernel.compare(a.length, b.length), places: kernel.places! };
}
