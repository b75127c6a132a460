import type { ColumnProfile } from '../data/columnProfile.ts';
import type { PickEvidence, RankedTarget, TargetPick } from '../report/evaluationColumns.ts';
import type { ColumnSample } from './columnSample.ts';
import { isKin } from './kinship.ts';
import { matchLabels } from './matchLabels.ts';
import { nameHint } from './nameHints.ts';
import { type PredictedBy, targetQuality } from './targetQuality.ts';

/** Columns and first rows of one file. */
export interface FileColumns {
  readonly profiles: readonly ColumnProfile[];
  readonly sample: ColumnSample;
}

/** A column without a telling name is taken for the target from here on. */
const least = { roc_auc: 0.6, kappa: 0.1, r2: 0.1 } as const;
/** Two candidates that differ by less than this fit nearly alike. */
const near = 0.05;
const mostRanked = 5;

export interface TargetSearch {
  readonly reference: FileColumns | null;
  readonly current: FileColumns;
  /** Columns that may be the target, of both files, in the order of the file. */
  readonly candidates: readonly string[];
  readonly by: PredictedBy;
}

interface Candidate {
  readonly name: string;
  readonly hint: string | null;
  readonly kin: string | null;
  readonly beside: boolean;
  readonly fit: RankedTarget | null;
  /** It holds labels, and the prediction holds none of them. */
  readonly strange: boolean;
}

/**
 * Which column is the truth that the predictions are about: one whose name says so, one named as kin of the prediction, one the predictions fit best,
 * in this order, each by how well the reference's predictions (else current's) fit it. A fit that is worse than no model vetoes where another
 * column is better; where two fit nearly alike and no name decides, none is picked and the question is open.
 */
export function pickTarget(search: TargetSearch): TargetPick {
  const all = candidatesOf(search);
  const ranked = all
    .filter((c) => c.fit !== null)
    .sort(byFit)
    .map((c) => c.fit!)
    .slice(0, mostRanked);
  const picked = decide(all, search.by);
  const column = picked.taken?.name ?? null;
  const evidence = picked.taken === null ? [] : evidenceOf(picked.taken);
  return { column, evidence, alternatives: inRank(ranked, search.candidates, column), ranked, open: picked.open };
}

/** What is known of each candidate. */
function candidatesOf({ reference, current, candidates, by }: TargetSearch): readonly Candidate[] {
  const files = [...(reference === null ? [] : [{ side: 'reference' as const, ...reference }]), { side: 'current' as const, ...current }];
  const fitOf = (name: string): RankedTarget | null => {
    for (const { side, sample } of files) {
      const found = targetQuality(sample, name, by);
      if (found !== null) return { column: name, ...found, side };
    }
    return null;
  };
  const order = files.at(-1)!.profiles.map((p) => p.name);
  const partners = [by.prediction, by.score].flatMap((name) => (name === null ? [] : [name]));
  return candidates.map((name) => ({
    name,
    hint: nameHint(name, 'target'),
    kin: partners.find((partner) => isKin(partner, name)) ?? null,
    beside: order.includes(name) && partners.some((partner) => Math.abs(order.indexOf(partner) - order.indexOf(name)) === 1),
    fit: fitOf(name),
    strange: by.prediction !== null && files.some(({ sample }) => areStrangers(sample, by.prediction!, name)),
  }));
}

function byFit(a: Candidate, b: Candidate): number {
  return (b.fit?.value ?? Number.NEGATIVE_INFINITY) - (a.fit?.value ?? Number.NEGATIVE_INFINITY);
}

/** The candidate that is taken; null with `open` where that is to be asked. */
function decide(all: readonly Candidate[], by: PredictedBy): { readonly taken: Candidate | null; readonly open: boolean } {
  const taken = (candidate: Candidate) => ({ taken: candidate, open: false });
  const fits = (c: Candidate): boolean => c.fit !== null && !c.fit.absurd && c.fit.value >= least[c.fit.measure];
  const named = all.filter((c) => c.hint !== null || c.kin !== null).sort(byName);
  const sane = named.find((c) => (c.fit === null ? !c.strange : !c.fit.absurd));
  if (sane !== undefined) return taken(sane);
  const best = all.filter((c) => fits(c) && !named.includes(c)).sort(byFit);
  if (named.length > 0) {
    // What the names say is worse than no model in the reference: told where nothing else fits, asked where something does.
    const vetoed = named[0]!;
    return best.length > 0 && (vetoed.strange || vetoed.fit?.side === 'reference') ? { taken: null, open: true } : taken(vetoed);
  }
  const [first] = best;
  // Without a prediction every flag that goes with the score would do.
  if (first === undefined || by.prediction === null) return { taken: null, open: false };
  const rivals = best.filter((c) => c.fit!.measure === first.fit!.measure && first.fit!.value - c.fit!.value < near);
  if (rivals.length === 1) return taken(first);
  const placed = rivals.filter((c) => c.beside);
  return placed.length === 1 ? taken(placed[0]!) : { taken: null, open: true };
}

/** The more a name says, the earlier; within one kind of name the fit decides. */
function byName(a: Candidate, b: Candidate): number {
  return (
    Number(b.kin !== null) + Number(b.hint !== null) - Number(a.kin !== null) - Number(a.hint !== null) ||
    Number(b.hint !== null) - Number(a.hint !== null) ||
    byFit(a, b)
  );
}

/** Why a candidate was taken. */
function evidenceOf({ hint, kin, beside, fit }: Candidate): readonly PickEvidence[] {
  return [
    ...(hint === null ? [] : [{ code: 'name' as const, value: hint }]),
    ...(kin === null ? [] : [{ code: 'kin' as const, value: kin }]),
    ...(fit === null ? [] : [{ code: fit.measure === 'kappa' ? ('agrees' as const) : fit.measure, value: fit.value }]),
    ...(hint === null && kin === null && beside ? [{ code: 'beside' as const, value: null }] : []),
  ];
}

/** Whether two columns hold labels, and none in common. */
function areStrangers(sample: ColumnSample, prediction: string, column: string): boolean {
  const [a, b] = [sample.labels.get(prediction), sample.labels.get(column)].map((labels) => new Set(labels ?? []));
  const { classOf } = matchLabels([b!, a!]);
  const [x, y] = [a!, b!].map((labels) => new Set([...labels].flatMap((label) => classOf(label) ?? [])));
  return x!.size > 0 && y!.size > 0 && ![...y!].some((label) => x!.has(label));
}

/** All names but one, those that fit best first. */
function inRank(ranked: readonly RankedTarget[], names: readonly string[], but: string | null): string[] {
  const first = ranked.map((r) => r.column);
  return [...first, ...names.filter((name) => !first.includes(name))].filter((name) => name !== but);
}
