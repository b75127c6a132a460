import { reachesLimit } from './reachesLimit.ts';

/** A p-value of one kind of evidence, Holm-adjusted over the three kinds; null: no test was made. */
export interface Evidence {
  readonly p: number | null;
  readonly adjusted: number | null;
  /** Significant, and large enough to matter. */
  readonly changed: boolean;
  /** Significant, but under the limit of size. */
  readonly small: boolean;
}

/** One kind of evidence, judged by its significance and its size. @param limit smallest change that matters. */
export function evidenceOf(
  p: number | null,
  adjusted: number | null,
  size: number,
  { alpha = 0.05, limit = 0 }: { readonly alpha?: number | undefined; readonly limit?: number | undefined },
): Evidence {
  const significant = adjusted !== null && adjusted <= alpha;
  const matters = reachesLimit(size, limit);
  return { p, adjusted, changed: significant && matters, small: significant && !matters };
}
