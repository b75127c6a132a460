import { benjaminiHochberg } from '../stats/multiplicity/benjaminiHochberg.ts';
import { simes } from '../stats/multiplicity/simes.ts';
import { reachesLimit } from './reachesLimit.ts';

/** A window that was tested, or not: p null. */
export interface TestedWindow {
  readonly p: number | null;
  readonly effect: number | null;
}

/** What is decided about a column. */
export interface DecidedWindows {
  readonly limit: number;
  /** The whole of current; null: it is not judged. */
  readonly whole: TestedWindow;
  readonly chunks: readonly TestedWindow[];
}

/** The numbers of a decision. */
export interface DecisionLevels {
  /** False discovery rate over columns. */
  readonly q: number;
  /** A column by itself is to be watched at this p. */
  readonly watchP: number;
}

export interface ColumnDecision {
  /** p of the column over its whole and its chunks; null when nothing was tested. */
  readonly p: number | null;
  readonly q: number | null;
  readonly verdict: 'alert' | 'watch' | 'ok' | 'not_tested';
  /** Windows that carry an alert or a watch. A column has one of these verdicts exactly when one of its windows is marked. */
  readonly wholeMarked: boolean;
  readonly chunkMarked: readonly boolean[];
  /** Moved for certain, but by less than its limit: never an alarm. */
  readonly certain: boolean;
}

export interface FamilyDecision {
  readonly columns: readonly ColumnDecision[];
  /** Columns with a p, and those of them that alert. */
  readonly tested: number;
  readonly drifted: number;
}

/**
 * Decides all columns of a run together: one p a column, a false discovery rate over columns, and windows marked within decided columns only.
 *
 * A window's p counts as 1 where its effect is below the column's limit: what does not matter is no evidence. Chunks are put together by Simes, whole and
 * chunks by doubling the smaller p; q is Benjamini-Hochberg over columns; inside a drifted column whole and chunks are marked at a = q · drifted /
 * columns (Benjamini-Bogomolov), half each. Persistence needs no rule of its own: Simes takes three chunks of 0.01 as 0.01.
 *
 * Source: media/docs/calibration.md; Y. Benjamini and M. Bogomolov, JRSS B 76 (2014). O(cells log cells).
 */
export function decideColumns(columns: readonly DecidedWindows[], { q: level, watchP }: DecisionLevels): FamilyDecision {
  const gated = columns.map((column) => columnP(column, true));
  const adjusted = benjaminiHochberg(gated.map(({ p }) => p));
  const plain = benjaminiHochberg(columns.map((column) => columnP(column, false).p));
  const tested = gated.filter(({ p }) => p !== null).length;
  const drifted = adjusted.filter((q) => q !== null && reachesLimit(level, q)).length;
  const inside = tested === 0 ? level : (level * drifted) / tested;
  return {
    tested,
    drifted,
    columns: gated.map((column, i): ColumnDecision => {
      const q = adjusted[i] ?? null;
      const verdict =
        column.p === null || q === null ? 'not_tested' : reachesLimit(level, q) ? 'alert' : reachesLimit(watchP, column.p) ? 'watch' : 'ok';
      const marks = verdict === 'alert' ? markedAt(column, inside) : verdict === 'watch' ? markedAt(column, watchP) : null;
      return {
        p: column.p,
        q,
        verdict,
        wholeMarked: marks?.whole ?? false,
        chunkMarked: marks?.chunks ?? column.chunks.map(() => false),
        certain: verdict !== 'alert' && plain[i] != null && reachesLimit(level, plain[i]),
      };
    }),
  };
}

interface ColumnP {
  readonly p: number | null;
  readonly whole: number | null;
  readonly chunks: readonly (number | null)[];
  /** Parts that the level is divided by: 2 where both whole and chunks were tested. */
  readonly parts: 1 | 2;
}

/** p of a column. `gate`: windows below the limit count as 1. */
function columnP({ limit, whole, chunks }: DecidedWindows, gate: boolean): ColumnP {
  const counted = ({ p, effect }: TestedWindow): number | null => {
    if (p === null || !gate) return p;
    return effect !== null && reachesLimit(effect, limit) ? p : 1;
  };
  const of = { whole: counted(whole), chunks: chunks.map(counted) };
  const together = simes(of.chunks);
  if (of.whole === null) return { ...of, p: together, parts: 1 };
  const several = of.chunks.filter((p) => p !== null).length > 1;
  if (!several || together === null) return { ...of, p: of.whole, parts: 1 };
  return { ...of, p: Math.min(1, 2 * Math.min(of.whole, together)), parts: 2 };
}

function markedAt({ whole, chunks, parts }: ColumnP, level: number): { readonly whole: boolean; readonly chunks: readonly boolean[] } {
  const own = level / parts;
  const reached = (p: number | null | undefined): boolean => p != null && reachesLimit(own, p);
  return { whole: reached(whole), chunks: benjaminiHochberg(chunks).map(reached) };
}
