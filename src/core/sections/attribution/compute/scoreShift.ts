import { blockedP } from '../../../stats/blocks/blockEffect.ts';
import { blockedTable, blockedTables, type CodedRows } from '../../../stats/blocks/blockedSides.ts';
import { chiSquareSf } from '../../../stats/distributions/chiSquare.ts';
import { binOf, countInBins } from '../../../stats/samples/quantileBins.ts';
import { categoricalDefault } from '../../../stats/tests/categoricalDefault.ts';
import { chiSquarePooled } from '../../../stats/tests/chiSquarePooled.ts';
import type { ScoredOutcomes } from './conceptShift.ts';
import { movedBeyondNoise } from './movedBeyondNoise.ts';
import type { ScoreBins } from './scoreStrata.ts';

function counts(score: Float64Array, { edges }: ScoreBins, keep: (row: number) => boolean): Float64Array {
  return countInBins(score.filter((s, i) => Number.isFinite(s) && keep(i)).sort(), edges);
}

/**
 * Whether scores are distributed differently in current: test over the bins shown, and the share of rows that would have to move, less noise. Where rows have
 * blocks, both take the rows of a block together as far as they go together. p is null where all scores fall into one bin.
 */
export function scoreShift(reference: Scores, current: Scores, bins: ScoreBins): { readonly p: number | null; readonly effect: number } {
  const was = counts(reference.score, bins, () => true);
  const now = counts(current.score, bins, () => true);
  const table = blockedTable(
    coded(reference, bins, () => true),
    coded(current, bins, () => true),
    bins.edges.length + 1,
  );
  const made = categoricalDefault(was, now);
  const p = made.cells < 2 ? null : table === null ? made.p : blockedP(table.statistic, table.df, table.effect, made.p);
  return { p, effect: movedBeyondNoise(was, now, table?.effect ?? null) };
}

/**
 * Tests whether scores are distributed differently among rows of equal outcome: chi-square over the bins shown, added up over the outcomes 0 and 1.
 *
 * Where only the rate of positives changed it does not reject: that is what tells a label shift from a drift of the concept. p is null where no outcome has
 * scores to compare. Where rows have blocks, the rows of a block are taken together as far as they go together.
 */
export function scoreGivenLabelShift(reference: ScoredOutcomes, current: ScoredOutcomes, bins: ScoreBins): { readonly p: number | null } {
  let statistic = 0;
  let df = 0;
  for (const label of [0, 1]) {
    const of = ({ score, outcome }: ScoredOutcomes) => counts(score, bins, (i) => outcome[i] === label);
    const test = chiSquarePooled(of(reference), of(current));
    statistic += test.statistic;
    df += test.df;
  }
  if (df === 0) return { p: null };
  const byRows = chiSquareSf(statistic, df);
  const within = (side: ScoredOutcomes, label: number) => coded(side, bins, (i) => side.outcome[i] === label);
  const tables = [0, 1].map((label) => ({ reference: within(reference, label), current: within(current, label) }));
  const table = blockedTables(tables, bins.edges.length + 1);
  return { p: table === null ? byRows : blockedP(table.statistic, table.df, table.effect, byRows) };
}

type Scores = Pick<ScoredOutcomes, 'score' | 'blockOf'>;

/** Bin of the score of each row that is kept. */
function coded({ score, blockOf }: Scores, { edges }: ScoreBins, keep: (row: number) => boolean): CodedRows {
  return { codes: Int32Array.from(score, (s, i) => (Number.isFinite(s) && keep(i) ? binOf(s, edges) : -1)), blockOf: blockOf ?? null };
}
