/** One case of a golden file. */
export interface GoldenCase {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  readonly rtol?: number;
  readonly atol?: number;
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

export const notBuilt = 'method not built yet';

export function skip(reason: string = notBuilt): Answer {
  return { kind: 'skip', reason };
}

/** Runs a case on the product's own functions. */
export type Adapter = (golden: GoldenCase) => Answer;
