import { expand, fnv1a, isGeneratorSpec } from '../generators.ts';
import { type Adapter, skip, value } from '../golden.ts';

/** Checks the generators that make long input columns: first values, last value and a hash of all bytes. */
const selfTest: Adapter = ({ input, expected }) => {
  if (!isGeneratorSpec(input)) return skip('not a generator');
  const x = expand(input);
  const first = (expected as { first?: unknown[] }).first?.length ?? 0;
  return value({ n: x.length, first: x.subarray(0, first), last: x[x.length - 1], fnv1a32: fnv1a(x) });
};

export const randomNumberAdapters: Readonly<Record<string, Adapter>> = { _rng_selftest: selfTest };
