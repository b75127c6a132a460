import { movedShare } from '../stats/distances/movedShare.ts';
import { type BlockTest, blockTest } from './blockTest.ts';
import type { SharedCorrelation } from './sharedCorrelation.ts';
import type { NotTestedReason, TestName } from './verdict.ts';
import type { WindowEvidence } from './windowEvidence.ts';
import { type Within, withinNoise } from './withinNoise.ts';

/** A window once tested. */
export interface WindowResult {
  /** Null when it is not tested. */
  readonly p: number | null;
  /** Share of rows moved, noise removed; null where a side has too few rows. */
  readonly effect: number | null;
  readonly tvd: number | null;
  /** What the distance is no larger than, where nothing is left of it. */
  readonly within: Within | null;
  /** The test whose p this is: the more cautious of rows and blocks. */
  readonly test: TestName | null;
  readonly statistic: number | null;
  readonly reason: NotTestedReason | null;
  /** The test by blocks; null where rows are taken as independent. */
  readonly blocks: BlockTest | null;
}

/** Tests a window. Dependence can only weaken evidence: the p of blocks is never below that of rows. O(1). */
export function testWindow({ rows, referenceRows, reason, row, move, blocks }: WindowEvidence, shared: SharedCorrelation): WindowResult {
  const none = { p: null, test: null, statistic: null, blocks: null };
  if (move === null) return { ...none, effect: null, tvd: null, within: null, reason };
  const tested = blocks === null ? null : blockTest(blocks, { window: rows, reference: referenceRows }, shared);
  const phi = tested?.phi ?? 1;
  const size = { effect: movedShare(move, phi), tvd: move.tvd, within: withinNoise(move, phi) };
  if (reason !== null) return { ...none, ...size, reason };
  if (tested === null) {
    return row === null
      ? { ...none, ...size, reason: 'too_few_rows' }
      : { ...size, p: row.p, test: row.test, statistic: row.statistic, reason: null, blocks: null };
  }
  return row !== null && row.p > tested.p
    ? { ...size, p: row.p, test: row.test, statistic: row.statistic, reason: null, blocks: tested }
    : { ...size, p: tested.p, test: 'blocks', statistic: tested.f, reason: null, blocks: tested };
}
