import type { ComparisonSpec } from '../../core/report/spec.ts';
import { resolveFiles } from './resolveFiles.ts';

/** What the files of both datasets are now: real path, size and time of change of each. Null when they cannot be found: opening them tells why. */
export async function fingerprint({
  reference,
  current,
  suffixes,
}: Pick<ComparisonSpec, 'reference' | 'current' | 'suffixes'>): Promise<string | null> {
  try {
    const sides = [];
    for (const side of [reference, current]) {
      if (side === null) continue;
      const { path } = side;
      const { files, format } = await resolveFiles(path, suffixes);
      sides.push([path, format, files.map((file) => [file.realPath, file.bytes, file.modifiedMs])]);
    }
    return JSON.stringify(sides);
  } catch {
    return null;
  }
}
