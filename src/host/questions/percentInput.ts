import { share as limitShape } from '../../core/spec/comparisonSpec.ts';
import { read } from '../../core/spec/read.ts';

/** A share as people type it in per cent: no more digits than needed. */
export function percentOf(share: number): string {
  return String(Number((share * 100).toPrecision(6)));
}

/** The share that a text in per cent means: null when it is empty, undefined when it is no limit. */
export function shareOf(text: string): number | null | undefined {
  const plain = text.replace(/[%％\s]/g, '').replace(',', '.');
  if (plain === '') return null;
  if (!/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(plain)) return undefined;
  const share = Number((Number(plain) / 100).toPrecision(12));
  return read(limitShape, share).value;
}
