import type { ColumnProfile } from '../data/columnProfile.ts';
import type { DecidedTable } from './decideReport.ts';
import { reachesLimit } from './reachesLimit.ts';
import type { MissingChange, MissingCounts } from './verdict.ts';

/** A change of the missing share below this many points is never remarked on. */
const fewestPoints = 0.01;

/** Missing values of one side; `unreadable` values count as nulls. */
export function missingCounts(profile: ColumnProfile | null): MissingCounts {
  if (profile === null) return { rows: 0, nulls: 0, nans: 0, infinities: 0, unreadable: 0, share: 0 };
  const { rows, nulls, nans, infinities, unreadable } = profile;
  return { rows, nulls, nans, infinities, unreadable, share: rows === 0 ? 0 : (nulls + nans) / rows };
}

/** What missing values are decided from. */
export interface MissingInput {
  readonly reference: ColumnProfile | null;
  readonly current: ColumnProfile | null;
  /** Null where the column was not analysed. */
  readonly decided: DecidedTable | null;
  readonly limit: number;
  /** Share of missing values of each chunk. */
  readonly shares: readonly number[];
  readonly startOf: (block: number) => number;
}

/**
 * The change of the missing share as decided: an alert as for values (whole, chunks, single blocks), the share in points; a watch where it changed for
 * certain, by at least one point but under the limit; any other change is fine.
 */
export function missingChange({ reference, current, decided, limit, shares, startOf }: MissingInput): MissingChange {
  const before = missingCounts(reference);
  const after = missingCounts(current);
  const base = { reference: before, current: after, at: after.share, chunk: null, block: null };
  if (decided === null || decided.decision.p === null) return { ...base, p: null, q: null, verdict: 'not_tested' };
  const { decision } = decided;
  const { p, q } = decision;
  if (decision.verdict === 'alert') {
    const chunk = furthest(shares, decision.chunkMarked, before.share, decision.wholeMarked ? Math.abs(after.share - before.share) : -1);
    return { ...base, p, q, verdict: 'alert', ...(chunk === null ? {} : { at: shares[chunk]!, chunk }) };
  }
  if (decided.block !== null) {
    const { block, effect, p: blockP, q: blockQ } = decided.block;
    const share = before.share >= effect ? before.share - effect : before.share + effect;
    return { ...base, p, q, verdict: 'alert', at: share, block: { at: startOf(block), effect, p: blockP, q: blockQ } };
  }
  const points = Math.abs(after.share - before.share);
  const watch = decision.certain && reachesLimit(points, Math.min(fewestPoints, limit));
  return { ...base, p, q, verdict: watch ? 'watch' : 'ok' };
}

/** What a chunk says of the missing values of its column, once the column is decided. */
export function missingMark(
  decided: DecidedTable | null,
  missing: MissingChange,
  chunk: number,
): { readonly missingVerdict: MissingChange['verdict']; readonly missingP: number | null } {
  if (decided === null || decided.decision.p === null) return { missingVerdict: 'not_tested', missingP: null };
  const result = decided.chunks[chunk];
  // Nothing is missing anywhere: then chunks are not tested one by one.
  if (result === undefined) return { missingVerdict: 'ok', missingP: 1 };
  if (result.p === null) return { missingVerdict: 'not_tested', missingP: null };
  const marked = missing.verdict === 'alert' && decided.decision.chunkMarked[chunk] === true;
  return { missingVerdict: marked ? 'alert' : 'ok', missingP: result.p };
}

/** The marked chunk whose share lies furthest from the reference, if further than `than`; else null. */
function furthest(shares: readonly number[], marked: readonly boolean[], reference: number, than: number): number | null {
  let found: number | null = null;
  let most = than;
  shares.forEach((share, chunk) => {
    if (marked[chunk] !== true || Math.abs(share - reference) <= most) return;
    found = chunk;
    most = Math.abs(share - reference);
  });
  return found;
}
