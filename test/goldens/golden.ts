import { kindOfWork } from './kindOfWork.ts';
import type { PeerData } from './peerData.ts';

/** One case of a golden file. */
export interface GoldenCase {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  readonly rtol?: number;
  readonly atol?: number;
  /** The data set the case names, of a peer's case that names one. */
  readonly data?: PeerData;
}

export interface GoldenFile {
  readonly method: string;
  readonly source: string;
  readonly cases: readonly GoldenCase[];
}

/** What an adapter makes of a case: the product's answer, or why there is none. */
export type Answer =
  | {
      readonly kind: 'value';
      readonly value: unknown;
      /** Fields of `expected` the product does not answer, with the reason. */
      readonly without: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'skip'; readonly reason: string };

export function value(of: unknown, without: Readonly<Record<string, string>> = {}): Answer {
  return { kind: 'value', value: of, without };
}

/** Why a method without an adapter is skipped. */
export const notBuilt = (method: string): string => `not built yet: ${kindOfWork(method) ?? 'no kind of work'}`;

/** Why an interval of several is left out: the product offers another one, which the reference recommends. */
export const notOffered = 'another interval is offered';

export function skip(reason: string): Answer {
  return { kind: 'skip', reason };
}

/** Runs a case on the product's own functions. */
export type Adapter = (golden: GoldenCase) => Answer;
