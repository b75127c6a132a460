import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { addressOf } from '../../core/spec/addressOf.ts';
import type { ComparisonSpec } from '../../core/spec/spec.ts';
import { resolveDataset } from './resolveDataset.ts';

/** What the files of both datasets are now: real path and stamp of each. Null when they cannot be found: opening them tells why. */
export async function fingerprint(
  { reference, current, suffixes }: Pick<ComparisonSpec, 'reference' | 'current' | 'suffixes'>,
  signal: CancelSignal,
): Promise<string | null> {
  try {
    const sides = [];
    for (const side of [reference, current]) {
      if (side === null) continue;
      const { files, format } = await resolveDataset(side, suffixes ?? {}, signal);
      sides.push([addressOf(side), format, files.map((file) => [file.realPath, file.stamp])]);
    }
    return JSON.stringify(sides);
  } catch {
    return null;
  }
}
