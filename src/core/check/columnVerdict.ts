import type { ColumnReport } from '../sections/drift/result.ts';
import type { BlockDecision, DecidedTable } from './decideReport.ts';
import { sinceChunk } from './failingSince.ts';
import { moveSize } from './moveSize.ts';
import { reachesLimit } from './reachesLimit.ts';
import type { WindowResult } from './testWindow.ts';
import type { BrokenBlock, ColumnMark, Decision, MissingChange, NotTestedReason } from './verdict.ts';

/** What a report says of a column's values: one structure that everything else is read from. */
export type ColumnVerdict = Pick<
  ColumnReport,
  'verdict' | 'cause' | 'certain' | 'p' | 'q' | 'effect' | 'effectChunk' | 'limit' | 'severity' | 'reason' | 'whole' | 'block' | 'since'
> & { readonly chunks: readonly Decision[] };

/** What else the verdict rests on. */
export interface VerdictInput {
  readonly values: DecidedTable;
  readonly missing: MissingChange;
  /** Chunks that carry the verdict on missing values. */
  readonly missingChunks: readonly MissingChange['verdict'][];
  readonly limit: number;
  /** Smallest move that would have been seen; null when the whole was not tested. */
  readonly visible: number | null;
  readonly slack: number;
  /** Start of a block of current, epoch milliseconds. */
  readonly startOf: (block: number) => number;
}

/** Too little to say anything: neither fine nor left out. */
const untellable: readonly (NotTestedReason | null)[] = ['too_few_rows', 'too_few_blocks', 'one_group_dominates'];

/**
 * The verdict on a column: the worst of its values (whole and chunks), its single blocks and its missing values, and what carries it. `cannot_tell`:
 * neither an alert nor a watch nor certain, and a move of the limit (and some slack) would not have been seen.
 */
export function columnVerdict(input: VerdictInput): ColumnVerdict {
  const { values, missing, limit } = input;
  const { decision, whole } = values;
  const block = brokenBlock(values.block, input.startOf);
  const own = decision.verdict === 'alert' ? 'alert' : block !== null ? 'alert' : decision.verdict;
  const { certain } = decision;
  const verdict =
    worst(own, missing.verdict) ??
    calmVerdict({ tested: decision.p !== null, reason: whole.reason, certain, visible: input.visible, limit, slack: input.slack });
  const cause = causeOf(verdict, values, missing.verdict);
  const shown = shownWindow(input, cause);
  const carried = decision.verdict === 'alert' || decision.verdict === 'watch' ? decision.verdict : null;
  const window = (result: WindowResult, marked: boolean): Decision => windowDecision(result, marked ? carried : null, limit);
  return {
    verdict,
    cause,
    certain: certain && verdict !== 'alert',
    ...shown,
    limit,
    severity: verdict === 'alert' && shown.effect !== null ? moveSize(shown.effect) : null,
    reason: decision.p === null ? whole.reason : null,
    whole: window(whole, decision.wholeMarked),
    block,
    chunks: values.chunks.map((result, i) => window(result, decision.chunkMarked[i] ?? false)),
    since: verdict === 'alert' ? since(input, cause) : null,
  };
}

/** First chunk that carries the alert to the end, or else the first that carries it. */
function since({ values: { decision, chunks }, missingChunks }: VerdictInput, cause: ColumnReport['cause']): number | null {
  return cause === 'missing'
    ? sinceChunk(missingChunks.map((verdict) => (verdict === 'not_tested' ? null : verdict === 'alert')))
    : sinceChunk(chunks.map(({ p }, i) => (p === null ? null : (decision.chunkMarked[i] ?? false))));
}

function worst(values: ColumnMark, missing: ColumnMark): 'alert' | 'watch' | null {
  if (values === 'alert' || missing === 'alert') return 'alert';
  return values === 'watch' || missing === 'watch' ? 'watch' : null;
}

/** The verdict on a column of which nothing is an alert or to be watched. */
export function calmVerdict({
  tested,
  reason,
  certain,
  visible,
  limit,
  slack,
}: Pick<ColumnReport, 'reason' | 'certain' | 'visible' | 'limit'> & { readonly tested: boolean; readonly slack: number }): ColumnMark {
  if (!tested) return untellable.includes(reason) ? 'cannot_tell' : 'not_tested';
  if (certain || visible === null) return 'ok';
  return reachesLimit(limit + slack, visible) ? 'ok' : 'cannot_tell';
}

function causeOf(verdict: ColumnMark, { decision, block }: DecidedTable, missing: ColumnMark): ColumnReport['cause'] {
  if (verdict !== 'alert' && verdict !== 'watch') return null;
  if (decision.verdict === verdict) return decision.wholeMarked ? 'whole' : 'chunk';
  if (verdict === 'alert' && block !== null) return 'block';
  return missing === verdict ? 'missing' : null;
}

type Shown = Pick<ColumnReport, 'p' | 'q' | 'effect' | 'effectChunk'>;

/** The numbers of what carries the verdict: of marked windows the one that moved most. Of the values as a whole where nothing does. */
function shownWindow({ values, missing }: VerdictInput, cause: ColumnReport['cause']): Shown {
  const { decision, whole, chunks, block } = values;
  const { p, q } = decision;
  if (cause === 'missing') {
    const { p: missingP, q: missingQ, at, chunk, reference } = missing;
    const of = missing.block ?? { p: missingP, q: missingQ };
    return { p: of.p, q: of.q, effect: Math.abs(at - reference.share), effectChunk: chunk };
  }
  if (cause === 'block' && block !== null) return { p: block.p, q: block.q, effect: block.effect, effectChunk: null };
  let shown: Shown = { p, q, effect: whole.effect, effectChunk: null };
  if (cause !== 'whole' && cause !== 'chunk') return shown;
  if (!decision.wholeMarked) shown = { ...shown, effect: null };
  chunks.forEach(({ effect }, chunk) => {
    if (decision.chunkMarked[chunk] === true && effect !== null && effect > (shown.effect ?? -1))
      shown = { p, q, effect, effectChunk: chunk };
  });
  return shown;
}

function brokenBlock(block: BlockDecision | null, startOf: (block: number) => number): BrokenBlock | null {
  return block === null ? null : { at: startOf(block.block), effect: block.effect, p: block.p, q: block.q };
}

/** A window as the report has it. `carried`: the verdict of its column that it carries. */
export function windowDecision(result: WindowResult, carried: ColumnMark | null, limit: number): Decision {
  const { p, effect, test, statistic, tvd, within, reason, blocks } = result;
  const verdict = p === null ? 'not_tested' : (carried ?? 'ok');
  return { verdict, p, effect, test, statistic, tvd, within, designEffect: blocks?.phi ?? null, limit, reason };
}

/** What is said of a column that was not analysed. */
export function untestedVerdict(reason: NotTestedReason, limit: number): Omit<ColumnVerdict, 'chunks'> {
  const nothing = { verdict: 'not_tested', p: null, effect: null, limit, reason } as const;
  return {
    ...nothing,
    cause: null,
    certain: false,
    q: null,
    effectChunk: null,
    severity: null,
    whole: { ...nothing, test: null, statistic: null, tvd: null, within: null, designEffect: null },
    block: null,
    since: null,
  };
}
