import { pathOfAsked } from '../app/filePair.ts';
import type { Report } from '../core/report/report.ts';

/** The file on disk that stands for a side of a report: its first one; of a revision the file that it is one of. Null where there is no side. */
export function datasetFile({ spec, datasets }: Report, side: 'reference' | 'current'): string | null {
  const [asked, dataset] = [spec[side], datasets[side]];
  if (asked === null || dataset === null) return null;
  return 'rev' in asked ? pathOfAsked(asked) : (dataset.files[0]?.path ?? dataset.path);
}
